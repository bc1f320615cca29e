import process from 'node:process';
import { installMissing } from './install.js';
import { isPortFree, portFrom } from './port.js';

try {
  const port = portFrom(process.env.PORT);
  if (!(await isPortFree(port))) {
    throw new Error(`Something already listens on port ${port}; close it, or set PORT to another number.`);
  }
  installMissing();
  // These need what has just been installed.
  const { build } = await import('./build.js');
  const { createServer } = await import('./serve.js');
  const server = createServer(build());
  server.on('error', stop);
  server.listen(port, 'localhost', () => {
    console.log(`http://localhost:${port}`);
  });
} catch (error) {
  stop(error);
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function stop(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
