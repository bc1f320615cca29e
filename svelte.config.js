import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: '404.html', strict: true }),
    alias: { '$firmware-sim': 'firmware-sim' },
    prerender: {
      // The style guide is for development: it is reached by no link, and gets no page.
      entries: ['/', '/train', '/history', '/history/session', '/progress', '/people', '/plan'],
      handleUnseenRoutes: ({ routes, message }) => {
        if (routes.some((route) => route !== '/styleguide')) throw new Error(message);
      }
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        // Kit announces page changes to screen readers through one element with a style attribute.
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'bodem-worker']
      }
    }
  }
};
