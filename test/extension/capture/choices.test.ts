/** What somebody chose of printed answers: told by the marks, whichever side they stand on, and not clear without any. */
import { describe, expect, it } from 'vitest';
import { capture, lines } from './capture-text.ts';

const QUESTION = 'Souhaitez-vous recevoir l’infolettre ?';
const answerIn = (...answer: string[]) =>
  capture({ text: lines('Prénom : Eva', 'Nom : Lac', 'Courriel : eva@elm.example.ca', ...answer) })[0]
    ?.consent;

describe('a printed choice', () => {
  it.each([['☐ Oui ☑ Non'], ['Oui ☐ Non ☑'], ['Oui [ ] Non [X]'], ['(x) Non ( ) Oui'], ['( ) Oui (•) Non']])(
    'is a no where that is marked: %s',
    (answer) => {
      expect(answerIn(`Infolettre : ${answer}`)).toEqual({ optIn: false, question: 'Infolettre' });
    },
  );

  it.each([['☑ Oui ☐ Non'], ['Oui ☑ Non ☐'], ['Oui [x] Non [ ]']])(
    'is a yes where that is marked: %s',
    (answer) => {
      expect(answerIn(`Infolettre : ${answer}`)).toMatchObject({ optIn: true });
    },
  );

  it.each([
    ['☐ Oui', '☑ Non'],
    ['Oui [ ]', 'Non [X]'],
    ['Oui', 'X Non'],
    ['Non (x)', 'Oui ( )'],
    ['- [ ] Oui', '- [x] Non'],
    ['• ☐ Oui', '• ☑ Non'],
  ])('has its marks on lines of their own: %s over %s', (one, other) => {
    expect(answerIn(QUESTION, one, other)).toEqual({ optIn: false, question: QUESTION });
  });

  it('may stand below a question with a colon behind its mark', () => {
    expect(answerIn(`${QUESTION} :`, '- [ ] Oui', '- [x] Non')).toEqual({ optIn: false, question: QUESTION });
  });

  it.each([['Oui', 'Non'], ['Non', 'Oui'], ['Oui Non']])(
    'is not clear without a mark, and keeps its words: %s %s',
    (...answer) => {
      expect(answerIn(QUESTION, ...answer)).toMatchObject({ optIn: false, unclear: expect.any(String) });
    },
  );

  it('is no answer where nothing is marked', () => {
    expect(answerIn('Infolettre : Oui ☐ Non ☐')).toBeUndefined();
    expect(answerIn(QUESTION, 'Oui ☐', 'Non ☐')).toBeUndefined();
  });

  it('is the box in front of a sentence', () => {
    expect(answerIn('☑ Je ne veux pas recevoir l’infolettre')).toMatchObject({ optIn: false });
    expect(answerIn('☐ J’accepte de recevoir l’infolettre')).toMatchObject({ optIn: false });
    expect(answerIn('☑ J’accepte de recevoir l’infolettre')).toMatchObject({ optIn: true });
    expect(answerIn('☐ Je ne veux pas recevoir l’infolettre')).toBeUndefined();
  });

  it('is none where one answer stands in two languages, or below a sentence that says yes', () => {
    expect(answerIn(QUESTION, 'Non', 'No')).toMatchObject({ optIn: false });
    expect(answerIn('I would like to receive your newsletter', 'No')).toMatchObject({ optIn: false });
    expect(answerIn('I would like to receive your newsletter', 'Yes')).toMatchObject({ optIn: true });
  });

  it.each([[['Infolettre : Oui ☐', 'Non ☑']], [['Infolettre Oui ☐ Non ☑']], [['Infolettre ☐ Oui ☑ Non']]])(
    'is a no where it begins in the line of its label: %j',
    (answer) => {
      expect(answerIn(...answer, 'Date de soumission : 2026-03-04')).toMatchObject({ optIn: false });
    },
  );

  it('is no yes where its only answer is not marked, nor in a bullet or an invitation of the page', () => {
    const sent = 'Date de soumission : 2026-03-04';
    expect(answerIn('Infolettre : Oui ☐', sent)).toMatchObject({ optIn: false, unclear: 'Oui ☐' });
    expect(answerIn('✓ Weekly newsletter', sent)).toBeUndefined();
    expect(answerIn('☑ Subscribe to our newsletter', sent)).toBeUndefined();
  });
});
