/** The parser that stands in for the popup's `DOMParser` where there is no browser. It runs no script and loads nothing. */
import { Window } from 'happy-dom';
import type { ParseHtml } from '../../../extension/lib/capture/capture-contacts.ts';

export function createParseHtml(): ParseHtml {
  const window = new Window({
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
    },
  });
  const parser = new window.DOMParser();
  return (html) => parser.parseFromString(html, 'text/html').body as unknown as HTMLElement;
}
