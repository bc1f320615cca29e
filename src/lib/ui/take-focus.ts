import type { Attachment } from 'svelte/attachments';

/** The heading of a new stage takes the focus, because the button that led there is gone: who listens hears where she is. */
export const takeFocus: Attachment<HTMLElement> = (heading) => {
  heading.focus({ preventScroll: true });
};
