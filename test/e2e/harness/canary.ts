/** Looks for secrets where they must never be: every place the browser, the log or the disk could have kept them. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from './recording-proxy.ts';

/** A place that was searched: what to call it, and all of its content. */
export interface Place {
  name: string;
  content: Buffer;
}

/** The forms in which a text could lie somewhere and still be read. */
function formsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  return [
    bytes,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('base64').slice(0, -4)),
    Buffer.from(bytes.toString('base64url').slice(0, -4)),
    Buffer.from(encodeURIComponent(secret)),
  ];
}

/** Names of the places that hold one of the secrets, in whatever form. */
export function placesHolding(secrets: readonly string[], places: readonly Place[]): string[] {
  const forms = secrets.flatMap(formsOf);
  return places.filter(({ content }) => forms.some((form) => content.includes(form))).map(({ name }) => name);
}

export function textPlace(name: string, text: string): Place {
  return { name, content: Buffer.from(text) };
}

export function exchangePlaces(exchanges: readonly Exchange[]): Place[] {
  return exchanges.map((exchange) =>
    textPlace(`${exchange.method} ${exchange.url}`, JSON.stringify(exchange, null, 1)),
  );
}

/** Every file under a folder, byte for byte. */
export async function filePlaces(folder: string): Promise<Place[]> {
  const places: Place[] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    places.push({ name: path, content: await readFile(path) });
  }
  return places;
}
