/** Starts the popup: reads what was stored last, then draws. */
import { render } from 'preact';
import { putOnLook } from '../../components/page-look.ts';
import styles from '../../components/styles/popup.css?inline';
import { putOnStyles } from '../../components/styles/put-on-styles.ts';
import { isBeside } from '../../lib/page/beside.ts';
import { App } from './app.tsx';
import { loadStart } from './context/popup-start.ts';

async function main(root: HTMLElement): Promise<void> {
  const reading = loadStart();
  document.documentElement.classList.toggle('beside', isBeside());
  putOnStyles(styles);
  const start = await reading;
  putOnLook(start.translator.language, start.settings.values.theme);
  render(<App start={start} />, root);
}

// Other pages share this file and run it too: they have no such element.
const root = document.getElementById('popup');
if (root !== null) void main(root);
