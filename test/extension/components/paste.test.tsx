// @vitest-environment happy-dom
/** Pasted text: what is read from it, and where it leads. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PasteView } from '../../../extension/entrypoints/popup/add/paste-view.tsx';
import {
  type Popup,
  PopupContext,
  type View,
} from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { draftsItem } from '../../../extension/lib/memory/drafts-item.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { resetBrowser } from '../fake-browser.ts';
import { draw } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

/** The parts that the view reaches for. */
function popupWith(open: (view: View) => void): Popup {
  return {
    account: { id: '7' },
    settings: defaultSettings(),
    open,
    back: () => undefined,
    home: () => undefined,
  } as unknown as Popup;
}

async function paste(text: string) {
  const opened: View[] = [];
  const popup = popupWith((view) => opened.push(view));
  const drawn = await draw(
    <PopupContext.Provider value={popup}>
      <PasteView draftId="d" kept={undefined} />
    </PopupContext.Provider>,
  );
  await drawn.type(drawn.find<HTMLTextAreaElement>('textarea'), text);
  await drawn.click(drawn.button('Continue'));
  return { drawn, opened };
}

describe('pasted text', () => {
  beforeEach(resetBrowser);

  it.each(['', '  \n', 'See you there, and bring a chair!'])(
    'opens nothing without a person in it: %j',
    async (text) => {
      const { drawn, opened } = await paste(text);
      await vi.waitFor(() => expect(drawn.text()).toContain('There is no email address in this text.'));
      expect(drawn.find('textarea').getAttribute('aria-invalid')).toBe('true');
      expect(opened).toEqual([]);
    },
  );

  it('is kept while it is not looked through, and gone on with', async () => {
    const { drawn } = await paste('See you there!');
    const kept = { id: 'd', kind: 'paste', text: 'See you there!' } as const;
    await vi.waitFor(async () => expect((await draftsItem.get())['7']).toEqual([kept]));
    expect(drawn.find<HTMLTextAreaElement>('textarea').value).toBe(kept.text);
    const resumed = await draw(
      <PopupContext.Provider value={popupWith(() => undefined)}>
        <PasteView draftId="d" kept={kept} />
      </PopupContext.Provider>,
    );
    expect(resumed.find<HTMLTextAreaElement>('textarea').value).toBe(kept.text);
  });

  it('opens the add form with one person in it', async () => {
    const { opened } = await paste('Noémie Gagnon <noemie.gagnon@lakeside.example.org>');
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    expect(opened[0]).toMatchObject({
      name: 'add',
      form: {
        fields: { email: 'noemie.gagnon@lakeside.example.org', first_name: 'Noémie', last_name: 'Gagnon' },
        pageUrl: '',
      },
    });
  });

  it('opens the review with as many people as one bulk add takes, and says when there are more', async () => {
    const lines = Array.from({ length: 520 }, (_, index) => `Priya Raman\tp${index}@example.ca`);
    const { opened } = await paste(lines.join('\n'));
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    const [view] = opened;
    expect(view?.name === 'bulk' && view.forms.map(({ fields }) => fields.email)).toEqual(
      Array.from({ length: 501 }, (_, index) => `p${index}@example.ca`),
    );
  });

  it('is read with the links it was copied with, and without them once it was changed', async () => {
    const clipboard = {
      'text/plain': 'Ann Roe\nMayor',
      'text/html': '<p>Ann Roe<br>Mayor <a href="mailto:ann@elm.example.ca">write</a></p>',
    };
    const copy = async (typed: string) => {
      const opened: View[] = [];
      const drawn = await draw(
        <PopupContext.Provider value={popupWith((view) => opened.push(view))}>
          <PasteView draftId="d" kept={undefined} />
        </PopupContext.Provider>,
      );
      const data = { files: [], getData: (type: keyof typeof clipboard) => clipboard[type] };
      drawn
        .find('textarea')
        .dispatchEvent(
          Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: data }),
        );
      await drawn.type(drawn.find<HTMLTextAreaElement>('textarea'), typed);
      await drawn.click(drawn.button('Continue'));
      return { drawn, opened };
    };
    const whole = await copy('Ann Roe\nMayor\n');
    await vi.waitFor(() => expect(whole.opened).toHaveLength(1));
    expect(whole.opened[0]).toMatchObject({
      name: 'add',
      form: { fields: { email: 'ann@elm.example.ca', first_name: 'Ann', last_name: 'Roe', title: 'Mayor' } },
    });
    const changed = await copy('Ann Roe\nFormer mayor');
    await vi.waitFor(() => expect(changed.drawn.text()).toContain('There is no email address in this text.'));
    expect(changed.opened).toEqual([]);
  });
});
