/**
 * Captures contacts from samples: `node scripts/capture.ts FILE`. FILE is a JSON array of `{ id, source }`; the answer on
 * stdout is `[{ id, contacts: [{ email, first_name, … }] }]`, non-empty fields only, and `consent` where it is said.
 */
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { captureContacts } from '../extension/lib/capture/capture-contacts.ts';
import type { CapturedContact, CaptureSource } from '../extension/lib/capture/captured-contact.ts';

interface Sample {
  id: string;
  source: CaptureSource;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function parseSample(value: unknown, index: number): Sample {
  if (!isRecord(value) || typeof value.id !== 'string' || !isRecord(value.source)) {
    throw new Error(`sample ${index} needs an "id" and a "source"`);
  }
  const { text, html, url, title, linkUrl } = value.source;
  const source = {
    text: textOrNull(text) ?? '',
    html: textOrNull(html),
    url: textOrNull(url) ?? '',
    title: textOrNull(title) ?? '',
    linkUrl: textOrNull(linkUrl),
  };
  return { id: value.id, source };
}

function readSamples(file: string | undefined): Sample[] {
  if (!file) throw new Error('name a file: npm run --silent capture -- FILE');
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(parsed)) throw new Error('the file must hold an array of samples');
  return parsed.map(parseSample);
}

function plain({ consent, ...fields }: CapturedContact): Record<string, unknown> {
  const values = Object.entries(fields).map(([field, found]) => [field, found.value] as const);
  return { ...Object.fromEntries(values), ...(consent ? { consent } : {}) };
}

function main(file: string | undefined): void {
  const window = new Window({
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
    },
  });
  const parser = new window.DOMParser();
  const parseHtml = (html: string) =>
    parser.parseFromString(html, 'text/html').body as unknown as HTMLElement;
  const answer = readSamples(file).map(({ id, source }) => ({
    id,
    contacts: captureContacts(source, parseHtml).map(plain),
  }));
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

try {
  main(process.argv[2]);
} catch (error) {
  process.stderr.write(`capture: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
