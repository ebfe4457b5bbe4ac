/** Consent as databases of customers and programs for mailings write it. */
import { expect, it } from 'vitest';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { capture, lines } from './capture-text.ts';

const inList = (label: string, value: string): FormAnswer | undefined =>
  capture({
    text: lines(
      `First name,Last name,Email,"${label}"`,
      `Ann,Roe,ann@elm.example.ca,"${value}"`,
      `Bo,Hale,bo@elm.example.ca,"${value}"`,
    ),
  })[0]?.consent;

it.each([
  ['Do not allow Bulk Emails', 'Do Not Allow'],
  ['Do not allow Emails', 'Yes'],
  ['Bulk Email', 'Do Not Allow'],
  ['Allow Bulk Emails', 'No'],
  ['Email', 'Do Not Allow'],
  ['donotbulkemail', 'true'],
  ['Send Marketing Materials', 'Do Not Send'],
  ['Courriel en nombre', 'Ne pas autoriser'],
  ['status', 'blocklisted'],
  ['Blocklisted', 'true'],
  ['Privacy', 'Do not phone, Do not email'],
  ['Solicit codes', 'Email - Do Not Contact; Phone OK'],
  ['On Hold', 'On Hold Opt Out'],
  ['contact[optOut]', 'true'],
  ['form_fields[newsletter]', 'no'],
  ['Je souhaite recevoir : [Infolettre]', 'Non'],
  ['emailAddressIsOptedOut', 'true'],
  ['Email list', 'Off'],
  ['Accepts Email Marketing', 'no'],
])('is a no in a column "%s": %s', (label, value) => {
  const said = inList(label, value);
  expect(said).toMatchObject({ optIn: false });
  expect(said).not.toHaveProperty('unclear');
});

it.each([
  ['Statut', 'Plainte'],
  ['Status', 'Complained'],
  ['Email Marketing Status', 'not_subscribed'],
  ['Email permission status', 'Implicit'],
  ['DOUBLE_OPT-IN', '2'],
  ['is_subscribed', 'archived'],
])('is not clear in a column "%s": %s', (label, value) => {
  expect(inList(label, value)).toMatchObject({ optIn: false, unclear: value });
});

it.each([
  ['Do not allow Bulk Emails', 'Allow'],
  ['Phone', 'Do Not Allow'],
  ['Fax', 'Do Not Allow'],
  ['On Hold', 'Yes'],
  ['Privacy', 'Do not phone, Do not mail'],
])('is no answer in a column "%s": %s', (label, value) => {
  expect(inList(label, value)).toBeUndefined();
});
