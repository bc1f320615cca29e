import process from 'node:process';
import { installMissing } from './install.js';
import { isPortFree, isServing, portFrom } from './port.js';

try {
  const port = portFrom(process.env.PORT);
  installMissing();
  // These need what has just been installed.
  const { build } = await import('./build.js');
  const { createServer } = await import('./serve.js');
  const folder = build();
  const address = `http://localhost:${port}`;
  if (await isPortFree(port)) {
    const server = createServer(folder);
    server.on('error', stop);
    server.listen(port, 'localhost', () => {
      console.log(address);
    });
  } else if (await isServing(address, folder)) {
    console.log(`Bodem was running already, and shows this build now: ${address}`);
  } else {
    throw new Error(`Something else listens on port ${port}; close it, or set PORT to another number.`);
  }
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
