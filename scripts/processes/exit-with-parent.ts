/**
 * Preloaded into every process that a script starts (`node --import`): asks the process to stop when the one that started
 * it is gone, however it went, so that nothing is left behind holding a port.
 */

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
