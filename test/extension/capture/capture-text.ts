/** Captures from text or markup as a test writes it, and gives plain values. */
import { captureContacts } from '../../../extension/lib/capture/capture-contacts.ts';
import type { CapturedContact, CaptureSource } from '../../../extension/lib/capture/captured-contact.ts';
import { createParseHtml } from './parse-html.ts';

const parseHtml = createParseHtml();

export const plain = ({ consent: _, ...fields }: CapturedContact): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, found]) => [field, found.value]));

const BLANK: CaptureSource = { text: '', html: null, url: 'https://page.example/', title: '', linkUrl: null };

export const capture = (source: Partial<CaptureSource>): CapturedContact[] =>
  captureContacts({ ...BLANK, ...source }, parseHtml);

export const captureText = (text: string): Record<string, string>[] => capture({ text }).map(plain);

export const captureHtml = (html: string): Record<string, string>[] => capture({ html }).map(plain);

/** A text of several lines. */
export const lines = (...all: string[]): string => all.join('\n');
