/** The page with the proof of one contact's consent, read from the broker and shown in the reader's language. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { ERROR_WORDS, type ErrorWords } from '../../components/error-words.ts';
import { Notice } from '../../components/notice.tsx';
import { putOnLook } from '../../components/page-look.ts';
import { displayName } from '../../components/person-name.ts';
import { type Proof, ProofSheet } from '../../components/proof/proof-sheet.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { TranslationProvider } from '../../components/translation.tsx';
import { useTranslator } from '../../components/use-translator.ts';
import { isBrokerError } from '../../lib/broker-client/broker-error.ts';
import type { Language, Translator } from '../../lib/i18n/index.ts';
import type { OutboxSnapshot } from '../../lib/outbox/outbox-item.ts';
import { watchOutbox } from '../../lib/outbox/outbox-summary.ts';
import type { Settings, Theme } from '../../lib/settings/settings.ts';
import { watchSettings } from '../../lib/settings/settings-store.ts';
import { type ProofOf, readProof, unrecordedOf } from './read-proof.ts';

type Failure = ErrorWords | typeof NOT_FOUND;

/** The address of the page names nothing that can be read. */
const NOT_FOUND = { key: 'proof.notFound', next: 'none' } as const;

type Look = Pick<Settings, 'language' | 'theme'>;

interface ProofPageProps {
  of: ProofOf;
  translator: Translator;
  theme: Theme;
}

export function ProofPage({ of, ...first }: ProofPageProps) {
  const [look, setLook] = useState<Look>({ language: first.translator.language, theme: first.theme });
  const translator = useTranslator(first.translator, look);
  const [proof, setProof] = useState<Proof | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  const [isAsking, setAsking] = useState(true);
  /** Of all accounts; what is saved while the page is open counts too. */
  const [outbox, setOutbox] = useState<OutboxSnapshot | null>(null);
  const { t, language } = translator;
  useEffect(() => {
    const show = (read: Proof) => {
      setFailure(null);
      setProof(read);
    };
    const fail = (error: unknown) => setFailure(isBrokerError(error) ? ERROR_WORDS[error.slug] : NOT_FOUND);
    setAsking(true);
    void readProof(of, Date.now())
      .then(show, fail)
      .finally(() => setAsking(false));
  }, [round]);
  useEffect(() => watchOutbox(setOutbox), []);
  useEffect(() => watchSettings(({ values }) => setLook(values)), []);
  useEffect(() => {
    document.title =
      proof === null ? t('proof.open') : t('proof.title', { name: displayName(proof.contact) });
  }, [translator, proof]);
  usePaperLook(language, look.theme);
  const other: Language = language === 'fr' ? 'en' : 'fr';
  return (
    <TranslationProvider value={translator}>
      <main class="proof-page">
        <div class="row proof-tools">
          <Button weight="primary" disabled={proof === null} onClick={() => print()}>
            {t('proof.print')}
          </Button>
          <Button weight="outline" onClick={() => setLook({ ...look, language: other })}>
            <span lang={other}>{t(other === 'fr' ? 'settings.languageFr' : 'settings.languageEn')}</span>
          </Button>
        </div>
        {proof === null && failure === null ? <Skeleton /> : null}
        {failure === null ? null : (
          <div role="alert">
            <Notice
              tone="bad"
              title={t('proof.failed')}
              actions={
                failure.next === 'retry' ? (
                  <Button weight="outline" disabled={isAsking} onClick={() => setRound(round + 1)}>
                    {t('error.retry')}
                  </Button>
                ) : undefined
              }
            >
              {t(failure.key)}
            </Notice>
          </div>
        )}
        {proof === null || outbox === null ? null : (
          <ProofSheet proof={proof} unrecorded={unrecordedOf(proof, outbox, of.accountId)} />
        )}
      </main>
    </TranslationProvider>
  );
}

/** The page is white because paper is, whatever theme the screen has. */
function usePaperLook(language: Language, theme: Theme): void {
  useEffect(() => {
    const onPaper = () => putOnLook(language, 'light');
    const onScreen = () => putOnLook(language, theme);
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
    };
  }, [language, theme]);
}
