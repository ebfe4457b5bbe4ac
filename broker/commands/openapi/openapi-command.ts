/**
 * `openapi`: writes the OpenAPI document. The document is committed, so that a review shows every change of the API.
 */
import { writeFileSync } from 'node:fs';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { openApiDocument } from './document.ts';

export const openApiCommand: Command = {
  usage: 'openapi [FILE]',
  summary: 'The OpenAPI document of the broker, into FILE or to standard output.',
  async run(args, { now, print }) {
    const [file] = readArguments(args, {}, 1).words;
    const text = await openApiDocument(now);
    if (file === undefined) print(text.trimEnd());
    else writeFileSync(file, text);
    return 0;
  },
};
