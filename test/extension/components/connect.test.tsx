// @vitest-environment happy-dom
/** The view without a session, and the messages for failures. */
import { describe, expect, it, vi } from 'vitest';
import { Connect } from '../../../extension/components/connect.tsx';
import { ErrorNotice } from '../../../extension/components/error-notice.tsx';
import { ERROR_WORDS, signInProblem } from '../../../extension/components/error-words.ts';
import { Foot } from '../../../extension/components/foot.tsx';
import { formatMoment, loadTranslator } from '../../../extension/lib/i18n/index.ts';
import { draw } from './draw.tsx';

const connect = (props: Partial<Parameters<typeof Connect>[0]> = {}) => (
  <Connect ended={null} running={false} problem={null} onConnect={() => undefined} {...props} />
);

describe('without a session', () => {
  it('offers one button, and connects when it is clicked', async () => {
    const onConnect = vi.fn();
    const drawn = await draw(connect({ onConnect }));
    expect(drawn.root.querySelectorAll('button')).toHaveLength(1);
    await drawn.click(drawn.button('Connect to Envoke'));
    expect(onConnect).toHaveBeenCalledOnce();
  });

  it('begins on its button, so that Enter connects; after a session on its heading, where no key does anything', async () => {
    const focused = () => document.activeElement?.textContent;
    await draw(connect());
    expect(focused()).toBe('Connect to Envoke');
    await draw(connect({ ended: { name: 'Harbourview', state: 'ended' } }));
    expect(focused()).toBe('Harbourview');
  });

  it('does not let a sign-in be started twice', async () => {
    const drawn = await draw(connect({ running: true }));
    expect(drawn.button('Connect to Envoke').disabled).toBe(true);
  });

  it.each(['ended', 'connection-ended'] as const)(
    'says in one sentence why, when the session is %s',
    async (state) => {
      const drawn = await draw(connect({ ended: { name: 'Harbourview', state } }));
      expect(drawn.text()).toMatch(/ended.*what you typed and saved is kept/);
      expect(drawn.root.querySelectorAll('button')).toHaveLength(1);
    },
  );

  it('announces what went wrong, with the request id', async () => {
    const drawn = await draw(connect({ problem: { text: 'Declined.', requestId: 'req-7' } }));
    expect(drawn.find('[role=alert]').textContent).toContain('Declined.');
    expect(drawn.text()).toContain('Reference for your IT team: req-7');
  });
});

describe('a sign-in that failed', () => {
  const failedAt = (atMs: number) =>
    ({ status: 'failed', failure: 'declined', atMs, requestId: null, reconnects: null }) as const;

  it('says nothing of the time while the person still knows it', async () => {
    const translator = await loadTranslator('en');
    const text = signInProblem(failedAt(Date.now() - 5_000), translator)?.text;
    expect(text).toBe(translator.t('signIn.declined'));
  });

  it.each(['en', 'fr'] as const)(
    'says when it failed to a person who sees it later (%s)',
    async (language) => {
      const translator = await loadTranslator(language);
      const atMs = Date.now() - 3 * 3_600_000;
      const text = signInProblem(failedAt(atMs), translator)?.text ?? '';
      expect(text.startsWith(formatMoment(atMs / 1000, language))).toBe(true);
      expect(text.endsWith(translator.t('signIn.declined'))).toBe(true);
    },
  );
});

describe('an error in a view', () => {
  it('is announced, with one step that helps', async () => {
    const onStep = vi.fn();
    const drawn = await draw(
      <ErrorNotice error={{ slug: 'broker-unreachable', requestId: null }} onStep={onStep} />,
    );
    expect(drawn.find('[role=alert]').textContent).toContain('Contacts for Envoke is not answering');
    await drawn.click(drawn.button('Try again'));
    expect(onStep).toHaveBeenCalledWith('retry');
  });

  it("shows Envoke's own sentences as text", async () => {
    const envokeErrors = ['<b>email</b> is too long'];
    const drawn = await draw(
      <ErrorNotice
        error={{ slug: 'contact-rejected', requestId: 'r', envokeErrors }}
        onStep={() => undefined}
      />,
    );
    expect(drawn.text()).toContain('<b>email</b> is too long');
    expect(drawn.root.querySelector('b')).toBeNull();
  });

  it.each(['session-ended', 'session-required', 'connection-ended', 'not-signed-in'] as const)(
    'asks to connect again when it is %s',
    (slug) => {
      expect(ERROR_WORDS[slug].next).toBe('reconnect');
    },
  );
});

describe('the foot', () => {
  const foot = (props: Partial<Parameters<typeof Foot>[0]> = {}) => (
    <Foot
      accountName="Harbourview"
      others={[]}
      waiting={0}
      toFix={0}
      onAccount={() => undefined}
      onSwitch={() => undefined}
      onOutbox={() => undefined}
      {...props}
    />
  );

  it('always says whose contacts these are', async () => {
    expect((await draw(foot())).text()).toContain('Harbourview');
  });

  it('has the other accounts one click away, by name', async () => {
    const onSwitch = vi.fn();
    const drawn = await draw(foot({ others: [{ id: '7', name: 'Lakeside Library' }], onSwitch }));
    await drawn.click(drawn.find('[title="Switch to Lakeside Library"]'));
    expect(onSwitch).toHaveBeenCalledWith('7');
  });

  it('mentions what waits only when something does', async () => {
    expect((await draw(foot())).text()).not.toContain('to send');
    expect((await draw(foot({ waiting: 3 }))).text()).toContain('3 to send');
  });

  it('counts apart what was refused, in the colour of a warning', async () => {
    const drawn = await draw(foot({ waiting: 1, toFix: 9 }), 'fr');
    expect(drawn.button('1\u00a0à envoyer').className).not.toContain('tone-warn');
    expect(drawn.button('9\u00a0à corriger').className).toContain('tone-warn');
    expect((await draw(foot({ toFix: 9 }))).text()).not.toContain('to send');
  });
});
