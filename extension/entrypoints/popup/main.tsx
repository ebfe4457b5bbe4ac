/** Starts the popup: reads what it knew last, then draws. */
import { render } from 'preact';
import { App } from './app.tsx';
import { loadStart } from './state/start.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('popup without a root');
  render(<App start={await loadStart()} />, root);
}

void start();
