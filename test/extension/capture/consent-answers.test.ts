/** Which answers of lists and forms are a yes to e-mail: a refusal, a withdrawal or a yes to something else never is. */
import { describe, expect, it } from 'vitest';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { capture, lines } from './capture-text.ts';

/** What a list with these columns says of its one person. */
function consentIn(columns: Readonly<Record<string, string>>): FormAnswer | undefined {
  const all = { 'First name': 'Ann', 'Last name': 'Roe', Email: 'ann.roe@elm.example.ca', ...columns };
  return capture({ text: lines(Object.keys(all).join('\t'), Object.values(all).join('\t')) })[0]?.consent;
}

/** What a form says whose last line is the given one. */
function consentInForm(...answers: string[]): FormAnswer | undefined {
  const fields = ['First name: Ann', 'Last name: Roe', 'Email: ann.roe@elm.example.ca'];
  return capture({ text: lines(...fields, ...answers) })[0]?.consent;
}

describe('a refusal in words', () => {
  it.each([
    'Je souhaite ne plus recevoir l’infolettre',
    'Je ne souhaite pas recevoir de courriels',
    'Je veux me désabonner',
    'Retirez-moi de la liste',
    'N’envoyez plus rien',
    'I would like to be removed',
    'I want to unsubscribe',
    'Please stop the emails',
    'Please remove me from the list',
    'No longer wish to receive it',
    'No, thanks',
    'Désabonnée',
    'Unsubscribed',
    'Refusé',
  ])('is no yes: %s', (said) => {
    expect(consentIn({ Infolettre: said })?.optIn).not.toBe(true);
  });

  it.each([
    'Oui, mais retirez-moi de la liste',
    'Yes, but not every week',
    'Oui, sauf les invitations',
    'I agree unless it is about donations',
    'Yes, please do not share my address',
  ])('makes a yes unclear, whose words are kept: %s', (said) => {
    expect(consentIn({ Newsletter: said })).toEqual({ optIn: false, unclear: said, question: 'Newsletter' });
  });

  it.each([
    'Yes, I agree to receive emails. I can unsubscribe at any time.',
    'Oui, je souhaite recevoir l’infolettre',
    'J’accepte de recevoir vos courriels. Je peux retirer mon consentement en tout temps.',
    'I would like to receive the newsletter',
    'Yes, please',
    'Oui',
    '☑',
  ])('is not seen in a plain yes: %s', (said) => {
    expect(consentIn({ Newsletter: said })?.optIn).toBe(true);
  });
});

describe('a column of refusals', () => {
  it.each([
    ['Date du retrait du consentement', '2026-03-02'],
    ['Consentement retiré', 'Oui'],
    ['Consent withdrawn', 'x'],
    ['Consent withdrawn on', '2026-03-02'],
    ['Pas d’infolettre', 'Oui'],
    ['Retrait du consentement', 'Oui'],
    ['Refus de l’infolettre', 'Oui'],
    ['Refuse infolettre', '1'],
    ['Consentement révoqué le', '2026-03-02'],
    ['Ne veut pas d’infolettre', 'x'],
    ['Newsletter cancelled on', '2026-03-02'],
    ['UNSUB_TIME', '2026-01-05 10:00:00'],
    ['UNSUB_REASON', 'N0: no longer interested'],
    ['UNSUB_REASON', 'No longer interested'],
    ['NO BULK EMAILS (User Opt Out)', '1'],
    ['Do not email', 'X'],
    ['Email opt-out', 'Unsubscribed'],
    ['Unsubscribed', 'Yes'],
    ['Ne pas contacter', 'Oui'],
    ['Désabonné le', '5 mars 2026'],
  ])('makes nobody agree: %s, %s', (label, value) => {
    expect(consentIn({ [label]: value })).toEqual({ optIn: false, written: value, question: label });
  });

  it.each([
    ['Désabonné', 'peut-être'],
    ['Unsubscribed', 'No, keep me'],
    ['Consent withdrawn', 'Never withdrawn'],
  ])('is not clear where its answer is not: %s, %s', (label, value) => {
    expect(consentIn({ [label]: value })).toEqual({ optIn: false, unclear: value, question: label });
  });

  it.each([
    ['Unsubscribed', 'No'],
    ['is_opted_out', 'false'],
    ['Unsubscribed on', 'never'],
    ['UNSUB_TIME', ''],
    ['Ne pas contacter', 'Non'],
    ['Date du retrait du consentement', 'N/A'],
  ])('says nothing where it is empty or no: %s, %s', (label, value) => {
    expect(consentIn({ [label]: value })).toBeUndefined();
  });

  it('is stronger than any yes and any day in the same row', () => {
    expect(consentIn({ Infolettre: 'Oui', 'Ne pas contacter': 'Oui' })?.optIn).toBe(false);
    expect(consentIn({ Infolettre: 'Oui', 'Newsletter (EN)': 'Non' })?.optIn).toBe(false);
    expect(consentIn({ OPTIN_TIME: '2024-02-01 09:00:00', UNSUB_TIME: '2025-02-01 09:00:00' })?.optIn).toBe(
      false,
    );
  });

  it('is heard in a column about anything else, but not in one about text messages', () => {
    expect(consentIn({ Newsletter: 'Yes', 'Email status': 'Unsubscribed' })?.optIn).toBe(false);
    expect(consentIn({ Statut: 'Désabonné(e)' })).toEqual({
      optIn: false,
      written: 'Désabonné(e)',
      question: 'Statut',
    });
    expect(consentIn({ Newsletter: 'Yes', Status: 'Unsubscribed on 2025-02-01' })?.optIn).toBe(false);
    expect(consentIn({ Newsletter: 'Yes', 'SMS status': 'Unsubscribed' })?.optIn).toBe(true);
  });

  it('leaves a day of agreement a yes for whoever did not leave', () => {
    expect(consentIn({ OPTIN_TIME: '2024-02-01 09:00:00', UNSUB_TIME: '' })).toMatchObject({
      optIn: true,
      day: '2024-02-01',
    });
  });
});

describe('an answer that is no plain yes or no', () => {
  it.each([
    'refusé le 3 mars 2026',
    'Withdrawn 2025-02-01',
    'retiré le 2025-02-01',
    'Consent was revoked in 2024',
    'Jamais',
    'Never',
    'Not now',
    'Pas maintenant',
    'Pas pour le moment',
    'pas intéressé',
    'Not interested, thanks',
    'je préfère ne pas',
    'I’d rather not',
    'Non / No',
  ])('is a no where it refuses, in its own words: %s', (said) => {
    expect(consentIn({ Newsletter: said })).toEqual({ optIn: false, written: said, question: 'Newsletter' });
  });

  it.each([
    'maybe later',
    'plus tard',
    'Pas sûr',
    'On verra',
    'Pending',
    'Unconfirmed',
    'implied',
    'None',
    'Not subscribed',
    '❌ Not opted in',
    '☐ Oui',
    'Yes / No',
    'Yes, maybe',
    'Oui, si c’est gratuit',
    'I want nothing',
    'Pas trop souvent',
    'No problem',
    'Non précisé',
    'Never unsubscribed',
    'Only by text message',
    'prefer not to say',
    '2024-02-01 09:00',
  ])('is kept as unclear, and never as no answer: %s', (said) => {
    expect(consentIn({ Newsletter: said })).toEqual({ optIn: false, unclear: said, question: 'Newsletter' });
  });

  it.each(['', '-', '—', 'n/a', 'N/A', 's.o.', '(no answer)', 'Sans réponse', '☐ Oui ☐ Non'])(
    'is none where it says nothing: %j',
    (said) => {
      expect(consentIn({ Newsletter: said })).toBeUndefined();
    },
  );

  it.each(['Oui / Yes', '☑ Oui', '✅ Opted in', 'Bien sûr'])('is a yes in other words: %s', (said) => {
    expect(consentIn({ Newsletter: said })?.optIn).toBe(true);
  });

  it('counts in place of a day too, and before the yes beside it', () => {
    const written = 'retiré le 2025-02-01';
    expect(consentIn({ 'Consent date': 'Pending' })).toMatchObject({ optIn: false, unclear: 'Pending' });
    expect(consentIn({ Newsletter: 'Yes', 'Consent date': written })).toMatchObject({
      optIn: false,
      written,
    });
  });

  it('of somebody who did not unsubscribe is no yes on the day that the form was sent', () => {
    expect(consentIn({ Unsubscribed: 'No', Timestamp: '2025-03-08 10:00:00' })).toBeUndefined();
  });
});

describe('a yes with more words behind it', () => {
  it.each([
    'Yes, by post',
    'Oui, par la poste',
    'Oui (papier)',
    'Yes (implied)',
    'Oui (tacite)',
    'Yes (unconfirmed)',
    'Oui (à confirmer)',
    'Yes (default)',
    'Yes - pre-checked',
    'Yes (imported)',
    'Yes – old address',
    'Yes?',
  ])('is not clear where they may say something else: %s', (said) => {
    expect(consentIn({ Newsletter: said })).toMatchObject({ optIn: false, unclear: said });
  });

  it.each([
    'Yes, please!',
    'Oui, merci',
    'Yes, sign me up',
    'Oui, je souhaite recevoir l’infolettre de la Ville',
    'Oui, depuis le 3 mars 2021',
    'Yes - March 3rd, 2021 at 10:30',
    'Yes;',
  ])('is one where they say the same, a day or thanks: %s', (said) => {
    expect(consentIn({ Newsletter: said })).toMatchObject({ optIn: true });
  });

  it('is no state of what somebody pays for', () => {
    expect(consentIn({ 'Subscription status': 'Active' })).toBeUndefined();
    expect(consentIn({ 'Newsletter status': 'Active' })).toMatchObject({ optIn: true });
  });
});

describe('a column of words', () => {
  it.each([
    ['Newsletter name', 'Elm Weekly'],
    ['Nom de l’infolettre', 'Le Hebdo'],
    ['Newsletter frequency', 'Weekly'],
    ['Which newsletters?', 'Arts; Sports'],
    ['Consent given by', 'Bo Hale'],
    ['Subscription', 'Gold'],
    ['Newsletter comments', 'Retired teacher, removed a typo'],
    ['Subscriber ID', '4012'],
  ])('makes nobody unclear: %s, %s', (label, value) => {
    expect(consentIn({ [label]: value })).toBeUndefined();
  });

  it.each([
    ['Newsletter frequency', 'Never', false],
    ['Which newsletters?', 'plus tard', false],
    ['Newsletter comments', 'Please remove me', false],
    ['Quelles infolettres ?', 'Oui', true],
  ])('is heard where it says yes, no or later: %s, %s', (label, value, optIn) => {
    expect(consentIn({ [label]: value })?.optIn).toBe(optIn);
  });

  it('takes no address for an answer', () => {
    const text = lines('Subscriber name: Ann Roe', 'Subscriber email: ann.roe@elm.example.ca');
    expect(capture({ text })).toMatchObject([{ email: { value: 'ann.roe@elm.example.ca' } }]);
  });
});

describe('a question and its answer on one line', () => {
  it.each([
    ['Souhaitez-vous recevoir notre infolettre ? Non', {}],
    ['Would you like our newsletter? No', {}],
    ['Would you like our newsletter? (Yes/No) No', {}],
    ['Souhaitez-vous recevoir notre infolettre de fin d’année ? Non', {}],
    ['Infolettre ?Non', {}],
    ['Newsletter - No', {}],
    ['Newsletter | No', {}],
    ['Newsletter = No', {}],
    ['May we email you? Yes, but only about events', { unclear: 'Yes, but only about events' }],
    ['Can we send you updates? Not now', { written: 'Not now' }],
    ['Peut-on vous envoyer des courriels ? Jamais', { written: 'Jamais' }],
    ['Would you like our newsletter? On verra', { unclear: 'On verra' }],
    ['Newsletter – only in winter', { unclear: 'only in winter' }],
    ['Désabonnement ? Oui', { written: 'Oui' }],
  ])('is read without a colon: %s', (line, said) => {
    const consent = consentInForm(line);
    expect(consent).toMatchObject({ optIn: false, ...said });
    expect(line.startsWith(consent?.question ?? '?')).toBe(true);
    // What follows is another question.
    expect(consentInForm(line, 'City: Elmside')).toEqual(consent);
  });

  it('has its day', () => {
    expect(
      consentInForm('Souhaitez-vous recevoir notre infolettre ? Oui', 'Date submitted: 2025-03-08'),
    ).toEqual({
      optIn: true,
      day: '2025-03-08',
      question: 'Souhaitez-vous recevoir notre infolettre ?',
    });
  });

  it('may have a hint behind it, and the answer below', () => {
    expect(consentInForm('Would you like our newsletter? You can leave at any time.', 'Yes')?.optIn).toBe(
      true,
    );
    expect(consentInForm('Newsletter - Weekly digest', 'No')?.optIn).toBe(false);
  });

  it.each([
    [['Can we publish your photo? Maybe']],
    [['May we text you? No']],
    [['Do you accept the privacy policy? Not now']],
    [['Want our newsletter? Sign up here']],
    [['Subscribe to our newsletter', 'Follow us']],
    [['Infolettre', 'Recevez nos nouvelles']],
    [['Unsubscribe', 'Privacy policy']],
  ])('is no answer where nobody is asked about e-mail: %j', (text) => {
    expect(consentInForm(...text)).toBeUndefined();
  });
});

describe('a yes to something else', () => {
  it.each([
    'Photo consent',
    'Consentement à la prise de photos',
    'Consentement médical',
    'Parental consent',
    'SMS opt-in',
    'Consent to text messages',
    'Abonnement au gym',
    'I agree to the terms and conditions',
    'J’accepte la politique de confidentialité',
    'Consent to background check',
  ])('is no consent to e-mail: %s', (label) => {
    expect(consentIn({ [label]: 'Yes' })).toBeUndefined();
  });

  it.each(['Photo consent', 'SMS opt-in', 'I agree to the privacy policy'])(
    'is no consent either where its answer is not clear: %s',
    (label) => {
      expect(consentIn({ [label]: 'Not now' })).toBeUndefined();
      expect(consentIn({ [label]: 'plus tard' })).toBeUndefined();
    },
  );

  it('is none in the words of the answer either, and no clear answer to a question about e-mail', () => {
    expect(consentIn({ Consent: 'I agree to the privacy policy.' })).toBeUndefined();
    expect(consentIn({ Newsletter: 'I agree to the privacy policy.' })).toMatchObject({ optIn: false });
  });

  it('does not hide a question about e-mail that names it too', () => {
    expect(consentIn({ 'I agree to the privacy policy and to receive the newsletter': 'Yes' })?.optIn).toBe(
      true,
    );
  });
});

describe('somebody who stands in a list twice', () => {
  it.each([
    ['Oui', 'Non'],
    ['Non', 'Oui'],
  ])('has refused where one of the answers is no: %s, %s', (one, other) => {
    const text = lines(
      'Name\tEmail\tInfolettre',
      `Ann Roe\tann.roe@elm.example.ca\t${one}`,
      'Bo Hale\tbo.hale@elm.example.ca\tOui',
      `Ann Roe\tANN.ROE@elm.example.ca\t${other}`,
    );
    expect(capture({ text }).map(({ consent }) => consent?.optIn)).toEqual([false, true]);
  });
});

describe('an answer below a signature', () => {
  const signed = (...answers: string[]): FormAnswer | undefined =>
    capture({ text: lines('Ann Roe', 'Coordinator', 'ann.roe@elm.example.ca', ...answers) })[0]?.consent;

  it.each([['Infolettre : Non'], ['Newsletter: No, thanks'], ['Would you like our newsletter? No']])(
    'refuses e-mail without a form around it: %s',
    (line) => {
      expect(signed(line)).toMatchObject({ optIn: false });
    },
  );

  it.each([['Newsletter: Yes'], ['Newsletter: Sign up'], ['Subscribe to our newsletter']])(
    'is no consent: %s',
    (line) => {
      expect(signed(line)).toBeUndefined();
    },
  );
});
