/** What labels of forms and headings of exports ask for, in words that no dictionary holds as a whole. */
import { describe, expect, it } from 'vitest';
import { asksForRefusal } from '../../../extension/lib/capture/lines/consent-labels.ts';
import { fieldKind, kindByWords } from '../../../extension/lib/capture/lines/field-labels.ts';

describe('a label', () => {
  it.each([
    'Email subject',
    'Phone model',
    'Website feedback',
    'Postal code areas',
    'City council ward',
    'Modèle du téléphone',
    'Title of the talk',
    'Titre de la conférence',
    "Nom de l'événement",
    'Venue address',
    'Product language',
    "Ville de l'événement",
    'Pays de naissance',
  ])('asks for nothing of anybody where its main word is another: %s', (label) => {
    expect(fieldKind(label)).toBeUndefined();
  });

  it.each([
    'Elm City Choir',
    'Cedar Valley Museum',
    'Coopérative La Grande Échelle',
    '12, rue des Ormes',
    'We work with schools',
  ])('is no name, street or sentence: %s', (text) => {
    expect(fieldKind(text)).toBeUndefined();
  });

  it.each(['Poste souhaité', 'Position applied for', 'Is this your home or business address?'])(
    'asks for no title or address that somebody wants or chooses: %s',
    (label) => {
      expect(fieldKind(label)).toBeUndefined();
    },
  );

  it.each([
    ["Nominee's title", 'title'],
    ['What office do you hold in your club?', 'title'],
    ['Quelle fonction y occupez-vous ?', 'title'],
    ['Function', 'title'],
    ['What is the name of your group?', 'company'],
    ['Nom de votre établissement', 'company'],
    ['Municipality you represent', 'company'],
    ['Municipalité ou organisme', 'company'],
    ['Where do you teach?', 'company'],
    ['À quelle école enseignez-vous ?', 'company'],
    ['Address of organization', 'address'],
    ['Nouvelle adresse', 'address'],
    ['City of residence', 'city'],
    ['Dans quelle ville habitez-vous ?', 'city'],
    ['Number where we can reach you', 'phone'],
    ['À quel numéro peut-on vous joindre ?', 'phone'],
    ['Can we call you? If so, at what number?', 'phone'],
    ['Numéro de mobile', 'mobile'],
    ["What's the address of your web site?", 'website'],
    ['Does your team have a website? If so, what is it?', 'website'],
    ['Choisissez la langue de vos courriels', 'language'],
    ["Your home postal code, so we know which ward you're in", 'postal_code'],
    ['Coordonnées - Courriel', 'email'],
    ['Nom (de famille)', 'last_name'],
    ["Today's date", 'submitted'],
    ['Reçu le', 'submitted'],
  ] as const)('asks by its main word: %s', (label, kind) => {
    expect(fieldKind(label)).toBe(kind);
  });

  it.each([
    'Keep me posted by email',
    'Tenez-moi au courant par courriel',
    'Would you like to hear about events by e-mail?',
  ])('asks whether somebody agrees to e-mail: %s', (label) => {
    expect(fieldKind(label)).toBe('consent');
  });

  it('may ask for a refusal: a yes to it is no consent', () => {
    expect(fieldKind('Do not solicit by e-mail')).toBe('consent');
    expect(asksForRefusal('Do not solicit by e-mail')).toBe(true);
    expect(asksForRefusal('Keep me posted by email')).toBe(false);
  });

  it('says what it is about somebody else by its words alone', () => {
    expect(fieldKind('On-call contact name')).not.toBe('title');
    expect(fieldKind("Guardian's title")).toBeUndefined();
    expect(kindByWords("Guardian's title")).toBe('title');
    expect(kindByWords('Nom du parent')).toBe('name');
  });
});
