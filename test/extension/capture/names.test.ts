/** How a written name is split into first and last name. */
import { describe, expect, it } from 'vitest';
import { parseName } from '../../../extension/lib/capture/names/names.ts';
import { captureHtml, captureText } from './capture-text.ts';

const nameOf = (text: string, local = ''): string | null => {
  const name = parseName(text, local);
  return name ? `${name.first}|${name.last}` : null;
};

describe('names', () => {
  it.each([
    'Executive Director',
    'Parks, Recreation & Culture',
    'Town of Elm',
    'Field Station',
    'Public Works',
    'jane roe',
    'Monday, March 3',
    'Jane',
    'Association des musées',
    'www.example.ca',
    'Jane Roe, Treasurer',
    'Certified Arborist',
    'Chief Steward',
    'Info-travaux',
    'Installation Roe',
    'Bakeries Restaurants',
  ])('does not take "%s" for one', (text) => {
    expect(nameOf(text)).toBeNull();
  });

  it.each([
    ['Dre Hương Nguyễn, Ph. D.', 'Hương|Nguyễn'],
    ['Me Anne-Sophie de la Fontaine, OMA', 'Anne-Sophie|de la Fontaine'],
    ['Priya Raghunathan-Bell, P.Eng., CAE (she/her)', 'Priya|Raghunathan-Bell'],
    ['St-Pierre, Thomas', 'Thomas|St-Pierre'],
    ['Le, Thanh', 'Thanh|Le'],
    ['TREMBLAY Julie', 'Julie|Tremblay'],
    ['Her Worship Mayor Leona Roe', 'Leona|Roe'],
    ['Aputi Roe  ᐊᐳᑎ ᑰᑦᑐᖅ', 'Aputi|Roe'],
    ['Comrade Dale Roe', 'Dale|Roe'],
    ['Lê Thị Mai Anh', 'Thị Mai Anh|Lê'],
    ['Tran Van Minh', 'Van Minh|Tran'],
    ['Thi Mai Lan Tran', 'Thi Mai Lan|Tran'],
    ["LCol (ret'd) Andrew Roe, CD", 'Andrew|Roe'],
    ['Rev. Msgr. Francis X. Roe, PP', 'Francis|Roe'],
    ['PADRAIG Ó CONAILL', 'Padraig|Ó Conaill'],
    ["DEBORAH O'NEIL", "Deborah|O'Neil"],
    ['PRISCILLA MCTAVISH', 'Priscilla|McTavish'],
    ["Oluwaseun 'Seun' Adeyemi-Roe", 'Oluwaseun|Adeyemi-Roe'],
    ['The Rt. Rev. Ambrose Tanqueray', 'Ambrose|Tanqueray'],
    ['Most Rev. Odile Vachon', 'Odile|Vachon'],
    ['LUC DE LA DURANTAYE', 'Luc|de la Durantaye'],
    ["M. Pierre-Olivier L'Écuyer", "Pierre-Olivier|L'Écuyer"],
    ["Ka'nhehsí:io Riverstone", "Ka'nhehsí:io|Riverstone"],
    ['Graham T. Whitlock, P.Eng.', 'Graham|Whitlock'],
    ['Robert "Bob" Lindahl', 'Robert|Lindahl'],
    ["Julien d'Amours", "Julien|d'Amours"],
    ['Ahmed al-Rashidi, P.Eng.', 'Ahmed|al-Rashidi'],
    ["Giulia dell'Acqua", "Giulia|dell'Acqua"],
    ['Siobhán Ó Dálaigh', 'Siobhán|Ó Dálaigh'],
    ['MÉLISSANDRE D’AMOURS-PICARD', 'Mélissandre|D’Amours-Picard'],
    ['Line Desbiens', 'Line|Desbiens'],
    ['Martine Carrière', 'Martine|Carrière'],
    ['Mme Tremblay', '|Tremblay'],
    ['\u202ERoe Jane\u202C'.replace(/[\u202A-\u202E]/g, ''), 'Roe|Jane'],
  ])('reads "%s"', (text, expected) => {
    expect(nameOf(text)).toBe(expected);
  });

  it.each([
    ['Capitainerie', 'capitainerie'],
    ['Aquatics', 'aquatics'],
    ['Ludothèque', 'ludotheque'],
    ['Écocentre', 'ecocentre'],
  ])('does not take "%s" before %s@ for somebody called so', (text, local) => {
    expect(nameOf(text, local)).toBeNull();
  });

  it.each([
    ["Declan D'Arcy", "d'arcy.declan", "Declan|D'Arcy"],
    ['Julie Tremblay', 'tremblay.julie', 'Julie|Tremblay'],
    ['Tremblay Julie', 'julie.tremblay', 'Julie|Tremblay'],
    ['Martin Julie', 'julie.martin', 'Julie|Martin'],
  ])('puts "%s" of %s@ in order', (text, local, expected) => {
    expect(nameOf(text, local)).toBe(expected);
  });

  it('leaves what somebody is behind the name, also where the mailbox is called so', () => {
    expect(nameOf('Pete Okafor, Sexton', 'sexton')).toBeNull();
    expect(nameOf('Okafor, Ruth', 'ruth')).toBe('Ruth|Okafor');
  });

  it.each([
    ['M. l’abbé Luc Roy', 'Luc|Roy'],
    ['Mme la mairesse Ann Roe', 'Ann|Roe'],
    ['H.E. Ms. Ann Roe', 'Ann|Roe'],
    ['abbé Luc Roy', 'Luc|Roy'],
    ['M. E. St. Denis', 'M. E.|St. Denis'],
  ])('begins behind an honorific and an office: "%s"', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it('believes the address about where the family name starts', () => {
    expect(nameOf('Ana García López', 'agarcialopez')).toBe('Ana|García López');
    expect(nameOf('Mary Jane Watson', 'mjwatson')).toBe('Mary Jane|Watson');
    expect(nameOf('Lê Minh Anh', 'minhanh.le')).toBe('Minh Anh|Lê');
    expect(nameOf("d'ENTREMONT, Alcide", 'alcide')).toBe("Alcide|d'Entremont");
    expect(nameOf('McLEOD-KIPLAGAT, Joy', 'joymk')).toBe('Joy|McLeod-Kiplagat');
    expect(nameOf('Hoang Kim Ngan', 'kngan.hoang')).toBe('Kim Ngan|Hoang');
    expect(nameOf('Ling Zhou, Regatta Chair', 'regatta')).toBeNull();
    expect(nameOf('Kim Chi Pham', 'kimchi.pham')).toBe('Kim Chi|Pham');
    expect(nameOf('Piet de Vos', 'piet.devos28')).toBe('Piet|de Vos');
    expect(nameOf('Piet de Vos', 'piet')).toBe('Piet|de Vos');
    expect(nameOf('Suzie', 'suzie')).toBe('Suzie|');
  });
});

describe('what an address spells', () => {
  it.each([
    ['Corporate Officer', 'corporate.officer'],
    ['Vice President External', 'vpexternal'],
    ['VP External', 'vpexternal'],
    ['Reprographie', 'reprographie'],
    ['Paroisse Sainte-Anne', 'paroisse.sainteanne'],
    ['Hall No. 1', 'hall1'],
    ['Installation Racine', 'installation1'],
    ['CHŒUR DES VOISINS', 'choeurdesvoisins'],
    ['St. Anne Community Hall', 'sahall'],
  ])('is no name where its words are an office or a place: %s', (text, local) => {
    expect(nameOf(text, local)).toBeNull();
  });

  it.each([
    ['Les Pratt', 'lespra', 'Les|Pratt'],
    ['Mary Grace Roe', 'mgrace.roe', 'Mary Grace|Roe'],
    ['Hal Roe, Renfrew', 'zone4', null],
    ['Márquez Roe, Gabriel', 'info', 'Gabriel|Márquez Roe'],
    ['Theo Roe, Brightline PR', 'theo', null],
    ['Roe-Carver, M.', 'mroecarver', 'M.|Roe-Carver'],
    ['Quota Hall', 'events', null],
    ['Ann Hall', 'events', 'Ann|Hall'],
    ['Lettres À', 'lettres', null],
    ['Roe, Ann HLTH:EX', 'ann.roe', 'Ann|Roe'],
    ['XT:Roe, Ann Marie FNHA:IN', 'ann.roe', 'Ann Marie|Roe'],
    ['Carrot Ridge Agricultural Society', 'carrotridgeag', null],
  ])('decides about %s before %s@', (text, local, name) => {
    expect(nameOf(text, local)).toBe(name);
  });
});

describe('a name beside other words', () => {
  it.each([
    ['Maria Rocha e Silva', 'm.rocha@elm.example.ca', 'Maria', 'Rocha e Silva'],
    ['Mary Ann Keeping, Treasurer', 'treasurer@elm.example.ca', 'Mary Ann', 'Keeping'],
    ['Mayor Harjit Roe', 'mayor@elm.example.ca', 'Harjit', 'Roe'],
    ['Roe Jean-Sébastien', 'jsroe@elm.example.ca', 'Jean-Sébastien', 'Roe'],
    ['Saskatchewan – Rena Roe', 'sk@elm.example.ca', 'Rena', 'Roe'],
    ['St. Aidan-on-the-Flats\nAnn Roe', 'staidans@elm.example.ca', 'Ann', 'Roe'],
    ['Rhéal Haché dit Gallant', 'rhealgallant@elm.example.ca', 'Rhéal', 'Haché dit Gallant'],
    ['Thi Lan Stonechild', 'thi-lan.stonechild@elm.example.ca', 'Thi Lan', 'Stonechild'],
    ['Ana Ferreira da Costa', 'ana.ferreiradacosta@elm.example.ca', 'Ana', 'Ferreira da Costa'],
    ['Roberta Le Blanc, Recreation Coordinator', 'roberta.leblanc@elm.example.ca', 'Roberta', 'Le Blanc'],
    ['Yves legaré', 'ylegare@elm.example.ca', 'Yves', 'Legaré'],
    ['LIN Mei-Hua (Jane), CIP', 'jane.lin@elm.example.ca', 'Mei-Hua', 'Lin'],
    ['Parkland Wes Catcheway Dauphin', 'wes.catcheway@elm.example.ca', 'Wes', 'Catcheway'],
    ['Ville de l’Orme Ibrahima Roe 819 555-0193', 'loisirs@elm.example.ca', 'Ibrahima', 'Roe'],
    ['Svitlana Roe, Parks North', 'svitlana.r@elm.example.ca', 'Svitlana', 'Roe'],
    ['Advertising:Bettina Roe', 'broe@elm.example.ca', 'Bettina', 'Roe'],
    ['Cst. Trent Roe', 'media@elm.example.ca', 'Trent', 'Roe'],
    ['Registrar: Ann Dela Cruz', 'registrar@elm.example.ca', 'Ann', 'Dela Cruz'],
    ['Outings: Mei-Ling Okimaw', 'outings@elm.example.ca', 'Mei-Ling', 'Okimaw'],
    ['ann roe (she/they)', 'a.roe@elm.example.ca', 'Ann', 'Roe'],
  ])('is read without them: %s', (line, email, first_name, last_name) => {
    expect(captureText(`${line}\n${email}`)[0]).toMatchObject({ first_name, last_name });
  });

  it.each([
    ['British Columbia – bc@elm.example.ca'],
    ['Nouvelle-Écosse : ne@elm.example.ca'],
    ['northshore@elm.example.ca for North Shore networking'],
  ])('is none where only a province stands: %s', (line) => {
    expect(captureText(line)[0]).not.toHaveProperty('last_name');
  });

  it('is whole in the heading, whatever the words of the link call them', () => {
    const html =
      '<h3>Councillor Marten van den Roe</h3><p><a href="mailto:mvdroe@elm.example.ca">Email Councillor van den Roe</a></p>';
    expect(captureHtml(html)[0]).toMatchObject({ first_name: 'Marten', last_name: 'van den Roe' });
  });

  it('is that of who holds the office of the mailbox', () => {
    const text = 'Hamlet of Elm\nMayor: Jaypootie Akavak\nSAO: Deborah Kublu-Ross\nsao@elm.example.ca';
    expect(captureText(text)[0]).toMatchObject({ last_name: 'Kublu-Ross', title: 'SAO' });
  });

  it('stands in the line that says who wrote the text', () => {
    const text =
      'By Jordyn Roe, reporter\n\nThe circle meets in May.\n\nJordyn can be reached at jordyn@elm.example.com.';
    expect(captureText(text)[0]).toMatchObject({ first_name: 'Jordyn', last_name: 'Roe' });
  });

  it('is not turned round by an employer behind the comma', () => {
    const text = "Presenter: Ann Roe, Funders' Commons, ann.r@funderscommons.example.org";
    expect(captureText(text)[0]).toMatchObject({ first_name: 'Ann', last_name: 'Roe' });
  });
});

describe('a name beside its address', () => {
  it.each(['Zora Roe-Hale — she/her | hi@zoraroe.example.com', 'Ann Roe\nhello@annroe.example.ca'])(
    'is a person’s where the host is called after it: %s',
    (text) => {
      const [contact] = captureText(text);
      expect(contact).toHaveProperty('last_name');
      expect(contact).not.toHaveProperty('company');
    },
  );

  it('is one in two lines where the family name stands below in capitals', () => {
    const text = 'Musée de l’Orme\n\nMélanie\nROE-PARK\nConservatrice\n\nmelanie.roe@musee.example.org';
    expect(captureText(text)).toMatchObject([{ first_name: 'Mélanie', last_name: 'Roe-Park' }]);
  });

  it('is no employer with a place behind it', () => {
    const text = '• Director, Atlantic Region: Robyn Forester (Charlottetown)\natlantic@elm.example.ca';
    const [contact] = captureText(text);
    expect(contact).toMatchObject({ last_name: 'Forester', title: 'Director, Atlantic Region' });
    expect(contact).not.toHaveProperty('company');
  });

  it('has the title that stands in brackets behind it in a cell', () => {
    const text =
      'Section\tContact\tE-mail\nElm\tMorris Roe (Chair)\tec.elm@chem.example.org\nOak\tJai Hale (President)\tec.oak@chem.example.org';
    expect(captureText(text)).toMatchObject([{ title: 'Chair' }, { title: 'President' }]);
  });

  it('has only its last word as family name where the address says so', () => {
    expect(nameOf('Thi Lan Huong Roe', 'huong.roe')).toBe('Thi Lan Huong|Roe');
  });

  it('is that of somebody who is called Côme, though "come" is a word', () => {
    expect(captureText('Côme Gauvreau\ncgauvreau@elm.example.ca')).toMatchObject([
      { first_name: 'Côme', last_name: 'Gauvreau' },
    ]);
  });

  it.each([
    ['DE LA SABLONNIÈRE Ève', 'Ève|de la Sablonnière'],
    ['DES ROCHES Luc', 'Luc|des Roches'],
    ['VAN DER BERG Ann', 'Ann|van der Berg'],
    ['BEN SAÏD Karim', 'Karim|Ben Saïd'],
  ])('has its family name in front, where that is in capitals: %s', (written, expected) => {
    expect(nameOf(written, '')).toBe(expected);
  });

  it.each([
    ['J-P Isaiah', 'jp.isaiah', 'J-P|Isaiah'],
    ['LIN Mei', 'mei.lin', 'Mei|Lin'],
  ])('takes letters for initials where a hyphen joins them: %s', (written, local, expected) => {
    expect(nameOf(written, local)).toBe(expected);
  });

  it.each([
    ['Lasserre Caroline', 'carolasserre', 'Caroline|Lasserre'],
    ['Nguyen Thu Trang', 'thutrang.nguyen', 'Thu Trang|Nguyen'],
    ['Yves legault', 'yves.yll', 'Yves|Legault'],
  ])('is turned, or gets its capital, where the address says so: %s', (written, local, expected) => {
    expect(nameOf(written, local)).toBe(expected);
  });

  it('is none of a sentence that goes on with a pronoun', () => {
    const text =
      'Mohammed "Mo" Roe\nFoster Care\nIf you want a kitten, ask Mo. He has three.\nmo@lake.example.org';
    expect(captureText(text)).toMatchObject([{ first_name: 'Mohammed', last_name: 'Roe' }]);
  });
});
