/** What a scenario cannot do in Firefox, with the reason: the one list of what runs in Chromium alone. */
import { ownLane } from './lanes.ts';

export const REASONS = {
  'emulate colours':
    'The WebDriver BiDi of Firefox ESR emulates no colour scheme, no forced colours and no reduced motion.',
  'show a page as it is printed': 'The WebDriver BiDi of Firefox ESR emulates no print.',
  'do without the native `browser`': 'Firefox has always had it; the polyfill does nothing there.',
  "type at a person's pace": 'A key takes as long over WebDriver BiDi as a person takes between two letters.',
  'reach what stands beside the page':
    'The sidebar is a part of Firefox’s own window, which WebDriver BiDi does not reach.',
  'close its sign-in window by itself': 'Only browsers built on Chromium have been seen to do that.',
  'open its popup without a click': 'Firefox ESR opens one only while it handles what the person did.',
  'fill its memory':
    'Not tried: without a limit as in Chromium, the scenario would fill the memory of the machine.',
  'click three times':
    'Over WebDriver BiDi Firefox takes clicks in a row for single ones, and selects no block.',
  'tell of a download': 'Firefox tells WebDriver BiDi nothing of what a page of an extension saves.',
} as const;

/** `it.skipIf(firefoxCannot('…'))`: whether this run is about Firefox, which cannot do it. */
export function firefoxCannot(_what: keyof typeof REASONS): boolean {
  return ownLane().browser.kind === 'firefox';
}
