/** What capture reads from forms as the programs behind them send them. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, lines, plain } from './capture-text.ts';

describe('a form as a program sends it', () => {
  it('does not give the one whose form it is as the employer', () => {
    const text = lines(
      'Sent via form submission from Elm Community Choir',
      'Name: Ann Roe',
      'Email: ann.roe@mail.example.com',
    );
    const [ann] = capture({
      text,
      title: 'New entry | Elm Community Choir',
      url: 'https://elmchoir.example.org/e',
    });
    expect(ann).not.toHaveProperty('company');
  });

  it('takes neither a browser nor the address of the form for something of the person', () => {
    const text = lines(
      'name: Ann Roe',
      'email: ann.roe@mail.example.com',
      'remote_ip: 198.51.100.27',
      'user_agent: Mozilla/5.0 (Windows NT 10.0)',
      'url: https://elm.example.org/contact/',
    );
    const [ann] = captureText(text);
    expect(ann).not.toHaveProperty('website');
    expect(ann).not.toHaveProperty('title');
  });

  it('takes no greeting, street or wish for a label', () => {
    const text = lines(
      'Dear Town of Elm,',
      'somebody wrote to you.',
      'Nom : Ann Roe',
      'Courriel : ann.roe@mail.example.com',
      'Poste souhaité : Conseillère',
    );
    const [ann] = captureText(text);
    expect(ann).not.toHaveProperty('city');
    expect(ann).not.toHaveProperty('title');
  });

  it('says no where somebody opted out, and nothing where they did not', () => {
    const of = (value: string) =>
      capture({
        text: lines('Name: Ann Roe', 'Email: ann.roe@mail.example.com', `Email opt out: ${value}`),
      })[0];
    expect(of('Yes')?.consent?.optIn).toBe(false);
    expect(of('No')?.consent).toBeUndefined();
  });

  it.each([
    'Newsletter opt out: Yes',
    'Unsubscribe from the newsletter: ☑',
    'I do not wish to receive the newsletter: Yes',
    'Please don’t send me emails: Yes',
    'Je ne souhaite pas recevoir l’infolettre : Oui',
    'Désabonnement de l’infolettre : Oui',
    'I do not want the newsletter; others can unsubscribe at any time: Yes',
  ])('takes "%s" for no consent', (asked) => {
    const [ann] = capture({ text: lines('Name: Ann Roe', 'Email: ann.roe@mail.example.com', asked) });
    expect(ann?.consent?.optIn).toBe(false);
  });

  it.each([
    'I agree to receive emails: Yes',
    'Ne manquez pas notre infolettre : Oui',
    'I agree to receive emails. I can unsubscribe at any time: Yes',
    'Newsletter (unsubscribe any time): ☑',
    'Add me to the newsletter, we do not send spam: Yes',
    'J’accepte de recevoir l’infolettre. Je peux me désabonner en tout temps : Oui',
    'Infolettre; nous ne partageons pas votre adresse : Oui',
  ])('takes "%s" for a yes', (asked) => {
    const [ann] = capture({ text: lines('Name: Ann Roe', 'Email: ann.roe@mail.example.com', asked) });
    expect(ann?.consent?.optIn).toBe(true);
  });

  it.each(['(empty)', 'Vide', 'Not provided', 'Aucune réponse', 'Anonymous'])(
    'reads "%s" as no answer',
    (none) => {
      const text = lines('Name: Ann Roe', 'Email: ann.roe@mail.example.com', `Organization: ${none}`);
      expect(captureText(text)[0]).not.toHaveProperty('company');
    },
  );

  it('reads signs in front of labels, stars behind them, and both languages in one', () => {
    expect(
      captureText('👤 Name: Ann Roe\n📧 Email: ann.roe@mail.example.com\n📱 Phone: 647-555-0166'),
    ).toMatchObject([{ last_name: 'Roe', phone: '+16475550166' }]);
    expect(
      captureText('First name:*\nAnn\n\nLast name:*\nRoe\n\nEmail:*\nann.roe@mail.example.com'),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe' }]);
    const both = 'Nom | Name: Ann Roe\nCourriel | Email: ann.roe@mail.example.com\nVille | City: Elm Bay';
    expect(captureText(both)).toMatchObject([{ last_name: 'Roe', city: 'Elm Bay' }]);
  });

  it('reads what is chosen of several', () => {
    const text = lines('Name: Ann Roe', 'Email: ann.roe@mail.example.com', 'Language: ☐ English  ☑ Français');
    expect(captureText(text)).toMatchObject([{ language: 'fr' }]);
  });

  it('reads an address over several rows, and the floor with its street', () => {
    const html =
      '<table><tr><td>Name:</td><td>Ann Roe</td></tr><tr><td>Email:</td><td>ann.roe@mail.example.com</td></tr>' +
      '<tr><td>Address:</td><td>41 Pelham Street<br>2nd Floor</td></tr><tr><td></td><td>Elm Bay NS B0J 2C0</td></tr>' +
      '<tr><td>I would like to help with</td><td>Sound</td></tr></table>';
    expect(captureHtml(html)).toMatchObject([{ city: 'Elm Bay', postal_code: 'B0J 2C0' }]);
    const apart = lines(
      'Name: Ann Roe',
      'Email: ann@mail.example.com',
      'Address: Elm Bay, ON P7B 5E1 Canada',
    );
    expect(captureText(apart)[0]).not.toHaveProperty('address_1');
  });

  it('reads a name with what somebody is behind a dash', () => {
    const text =
      'Personne-ressource : Line Roe — directrice adjointe\nCourriel : adj@elm.example.org\nVille : Elm';
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe', title: 'directrice adjointe' }]);
  });

  it('reads an organisation in the place of the name, beside a person', () => {
    const text = 'Name: Elm River Newcomer Centre\nContact person: Ann Roe\nEmail: ann@elmriver.example.org';
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe', company: 'Elm River Newcomer Centre' }]);
  });

  it('reads a form of a business that names nobody', () => {
    const text =
      "Nom de l'entreprise : Boulangerie du Moulin\nCourriel : info@moulin.example.ca\nTéléphone : 450 555-0125";
    expect(captureText(text)).toMatchObject([{ company: 'Boulangerie du Moulin', phone: '+14505550125' }]);
    expect(plain(capture({ text })[0] ?? {})).not.toHaveProperty('first_name');
  });

  it('belongs to the one who sent it, where it has no address of its own', () => {
    const text = lines(
      'Below is the result of your form. It was submitted by Wendell Roe (wroe@elmhousing.example.ca).',
      'title: Maintenance Supervisor',
      'organization: Elm Housing Department',
      'address1: 7728 Tetayut Road',
      'city: Elm Bay',
      'province: BC',
    );
    expect(captureText(text)).toMatchObject([
      {
        email: 'wroe@elmhousing.example.ca',
        title: 'Maintenance Supervisor',
        city: 'Elm Bay',
        province: 'BC',
      },
    ]);
    const other = `${text}\nSecond seat: bo@mail.example.com`;
    expect(captureText(other)[0]).not.toHaveProperty('city', 'Elm Bay');
  });

  it('offers nobody of the program that sent it on', () => {
    const text = lines(
      'De : notifications@forms.example.com',
      'Nom : Ann Roe',
      'Courriel : ann.roe@mail.example.com',
      'Téléphone : 418-555-0107',
      'Des questions? Écrivez à soutien@forms.example.com',
    );
    expect(captureText(text).map(({ email }) => email)).toEqual(['ann.roe@mail.example.com']);
  });

  it('keeps the mailbox of the one whose form it is', () => {
    const text = lines(
      'Nom : Ann Roe',
      'Courriel : ann.roe@mail.example.com',
      'Téléphone : 418-555-0107',
      '',
      'Les Amis du parc',
      'info@amisduparc.example.org',
    );
    expect(captureText(text)).toHaveLength(2);
  });

  it('reads labels as programs write them', () => {
    const text = lines(
      'First-Name: Ann',
      'Last-Name: Roe',
      'Work-Email: ann.roe@elm.example.com',
      'Job-Title: Sales Lead',
      'Contact-Phone-Number: 416 555 0177',
    );
    expect(captureText(text)[0]).toMatchObject({
      first_name: 'Ann',
      last_name: 'Roe',
      title: 'Sales Lead',
      phone: '+14165550177',
    });
  });

  it('reads labels in two languages, of which one is known', () => {
    const text = lines(
      'Nom, prénom / Last name, first name: Hale Roe, Jean-Luc',
      'Courriel / Email: jl.roe@mail.example.com',
      'Profession / Occupation: Interprète',
      'Municipalité / Municipality: Elmvale',
      'Code postal / Postal code: J8N 7B1',
    );
    const [contact] = captureText(text);
    expect(contact).toMatchObject({
      first_name: 'Jean-Luc',
      last_name: 'Hale Roe',
      title: 'Interprète',
      city: 'Elmvale',
    });
    expect(contact).not.toHaveProperty('company');
  });

  it('reads questions, with what stands behind them in brackets', () => {
    const text = lines(
      "Hi there! What's your first name?",
      'Ann',
      'And your last name, Ann?',
      'Roe',
      "Thanks. What's the best email to reach you?",
      'ann.roe@mail.example.com',
      'What is your postal code? (We give priority to neighbours.)',
      'm4j 2k9',
      'Pourquoi notre organisme?',
      'Ma sœur y chante.',
    );
    const [contact] = captureText(text);
    expect(contact).toMatchObject({ first_name: 'Ann', last_name: 'Roe', postal_code: 'M4J 2K9' });
    expect(contact).not.toHaveProperty('company');
  });

  it('gives a name in small letters its capitals, and takes no such name for an employer', () => {
    const text = lines(
      'Nom: jean-luc roe',
      'E-mail: JL.Roe@lutherie-roe.example.ca',
      'Téléphone: 418.555.0160',
    );
    expect(captureText(text)[0]).toMatchObject({ first_name: 'Jean-Luc', last_name: 'Roe' });
  });

  it('takes no amount, order or charity number for something of the person', () => {
    const text = lines(
      'Order #: 9482013577',
      'First name: Ann',
      'Last name: Roe',
      'Email: ann.roe@mail.example.com',
      'Forum fee : $ 45.00 - Member',
      'BN/NE 10789 4432 RR0001',
    );
    const [contact] = captureText(text);
    for (const field of ['phone', 'title', 'company']) expect(contact).not.toHaveProperty(field);
  });
});
