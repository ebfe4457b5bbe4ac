/** Starts the popup: reads what it knew last, then draws. */
import { render } from 'preact';
import { putOnLook } from '../../components/page-look.ts';
import { App } from './app.tsx';
import { loadStart } from './state/start.ts';

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('popup without a root');
  const start = await loadStart();
  putOnLook(start.translator.language, start.settings.values.theme);
  render(<App start={start} />, root);
}

void main();
