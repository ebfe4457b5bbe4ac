/**
 * Preloaded into every process that a script starts (`node --import`): stops the process when its parent has ended, for
 * whatever reason, so that no process stays behind and blocks a port.
 */

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
