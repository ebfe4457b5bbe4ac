/** Reads files of samples: what `capture` and `capture:score` share. */
import { readFileSync } from 'node:fs';
import type { CaptureSource } from '../../extension/lib/capture/captured-contact.ts';
import type { Values } from '../../test/extension/capture/scorer.ts';

export interface Sample {
  id: string;
  source: CaptureSource;
  /** What kind of page it is; empty where the file does not say. */
  kind: string;
  /** The contacts that capture must find; absent where nobody labelled the sample. */
  expected?: readonly Values[];
  /** By field, other correct values; under `extra`, addresses that may be found in addition. */
  accept: Readonly<Record<string, readonly string[]>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function parseSample(value: unknown, index: number): Sample {
  if (!isRecord(value) || typeof value.id !== 'string' || !isRecord(value.source))
    throw new Error(`sample ${index} needs an "id" and a "source"`);
  const { text, html, url, title, linkUrl } = value.source;
  const source = {
    text: textOrNull(text) ?? '',
    html: textOrNull(html),
    url: textOrNull(url) ?? '',
    title: textOrNull(title) ?? '',
    linkUrl: textOrNull(linkUrl),
  };
  return {
    id: value.id,
    source,
    kind: textOrNull(value.kind) ?? '',
    accept: isRecord(value.accept) ? (value.accept as Sample['accept']) : {},
    ...(Array.isArray(value.expected) ? { expected: value.expected as Values[] } : {}),
  };
}

/** @throws Error with a sentence for the person at the terminal */
export function readSamples(file: string | undefined): Sample[] {
  if (!file) throw new Error('name a file: a JSON array of samples');
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(parsed)) throw new Error('the file must hold an array of samples');
  return parsed.map(parseSample);
}

/** Runs `main` and says in one line what went wrong. */
export function runScript(name: string, main: () => void): void {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
