import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#adapters/phrases/catalogues.ts';
import { LANGUAGES } from '#core/language.ts';
import { pastedPassword } from './pasted-password.ts';
import { readCode } from './read-code.ts';
import { readBareEmail, readEmail } from './read-email.ts';
import { readName } from './read-name.ts';
import { readNumber } from './read-number.ts';
import { readAskedStars, readStars } from './read-stars.ts';
import { saysStart, saysStop } from './says-stop.ts';

describe('a code', () => {
  it.each([
    '123456',
    ' 123 456 ',
    '123-456',
    '1 2 3 4 5 6',
    '12 34 56.',
    '１２３４５６',
    '١٢٣٤٥٦',
    '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣',
    '“123456”',
    '*123456*',
    'Code:123456',
    'your code is 123456. Type it within 10 minutes.',
    'Dein Code lautet 123 456, danke',
    '\u202a123456\u202c',
    'code123456',
    'It is 123456 (123456)',
    'Sent to anna654321@client.test: 123456',
    'el código: 123.456',
    'It is 12 34 56',
    'code 123–456',
    'G-123456',
    'Code: 1 2 3 4 5 6, danke',
    '123456 123456',
    '١٢٣٬٤٥٦',
  ])('is read in %j', (words) => {
    expect(readCode(words)).toBe('123456');
  });

  it.each([
    '12345',
    '1234567',
    'call 0612345678',
    '123456 or 654321',
    '2026-11-26',
    'anna123456@x.test',
    '+34 123456',
    'on 26-11-26 at the house',
    '06 12 34 56 78',
    'https://x.test/?code=123456',
    '',
  ])('is not read in %j', (words) => {
    expect(readCode(words)).toBeUndefined();
  });
});

describe('an e-mail address', () => {
  it.each([
    'anna@client.test',
    ' ANNA@client.test ',
    'anna@client.test,',
    'anna@client.test.',
    '(anna@client.test)',
    '“anna@client.test”',
    "'anna@client.test'",
    '*anna@client.test*',
    'mailto:anna@client.test?subject=hi',
    'MAILTO:anna@client.test',
    'Anna Jansen <anna@client.test>',
    'My e-mail is anna@client.test, thanks!',
    'e-mail:anna@client.test',
    'anna @ client.test',
    'anna＠client.test',
    '\u2066anna@client.test\u2069',
    'anna@client.test\u200b',
    'anna@client.test or anna@client.test',
    'mailto://anna@client.test',
    'E-mail=anna@client.test',
    '👉anna@client.test👈',
    'anna@client。test',
  ])('is read in %j', (words) => {
    expect(readEmail(words)).toBe('anna@client.test');
  });

  it('has the plain apostrophe of a name', () => {
    expect(readEmail('O’Brien@client.test')).toBe("o'brien@client.test");
  });

  it('has its domain in the form that mails are sent to', () => {
    const forms = ['info@müller.de', 'INFO@MÜLLER.DE', 'info@mu\u0308ller.de', 'info@xn--mller-kva.de'];

    expect(new Set(forms.map(readEmail))).toEqual(new Set(['info@xn--mller-kva.de']));
  });

  it.each([
    'a@b',
    'anna@client',
    'anna.client.test',
    'a@x.test b@x.test',
    'anna..x@client.test',
    '.anna@client.test',
    'anna@client..test',
    'anna@-client.test',
    'anna@cli_ent.test',
    'anna@1.2.3.4',
    'anna@client.test@other.test',
    'jörg@client.test',
    `${'a'.repeat(65)}@client.test`,
    `a@${'b'.repeat(64)}.test`,
    '@client.test',
    'anna@',
    'https://anna@client.test/',
    '',
  ])('is asked for again after %j', (words) => {
    expect(readEmail(words)).toBeUndefined();
  });

  it('stands alone where no sentence is expected', () => {
    expect(['me: anna@client.test', 'Anna <anna@client.test>', ' anna@client.test, '].map(readBareEmail)).toEqual([
      undefined,
      undefined,
      'anna@client.test',
    ]);
  });
});

describe('a name', () => {
  it.each([
    ['Meritxell Col·lell', 'Meritxell', 'Col·lell'],
    ['Paolo D´Angelo', 'Paolo', "D'Angelo"],
    ['Paolo D`Angelo', 'Paolo', "D'Angelo"],
    ['Sinéad O’Brien', 'Sinéad', 'O’Brien'],
    ["Gerard 't Hooft", 'Gerard', "'t Hooft"],
    ['Sammy Davis Jr.', 'Sammy', 'Davis Jr.'],
    ['Anna Jansen.', 'Anna', 'Jansen'],
    ['“Anna Jansen”', 'Anna', 'Jansen'],
    ['Jansen, Anna', 'Anna', 'Jansen'],
    ['María-José Núñez (hija)', 'María-José', 'Núñez (hija)'],
    ['Mein Name ist Jörg Groß', 'Jörg', 'Groß'],
    ['Me llamo Ana Ruiz', 'Ana', 'Ruiz'],
    ["Je m'appelle Zoé Petit", 'Zoé', 'Petit'],
    ['Anna\u00a0 Jansen', 'Anna', 'Jansen'],
    ['😀 Anna Jansen', 'Anna', 'Jansen'],
    ['Nguyễn Văn A', 'Nguyễn', 'Văn A'],
    ['Łukasz Żółć', 'Łukasz', 'Żółć'],
    ['Anna Jansen, thanks', 'Anna', 'Jansen'],
    ['Hi, I am Anna Jansen', 'Anna', 'Jansen'],
    ['Hej, jag heter Åsa Öberg', 'Åsa', 'Öberg'],
    ['¡Hola! Soy Ana Ruiz. ¡Gracias!', 'Ana', 'Ruiz'],
    ['Mein Name: Jörg Groß', 'Jörg', 'Groß'],
    ['Sou a Ana Silva', 'Ana', 'Silva'],
    ['It’s Anna Jansen', 'Anna', 'Jansen'],
    ['Frau Dr. Eva Müller', 'Eva', 'Müller'],
    ['Sr. Juan Pérez', 'Juan', 'Pérez'],
    ['Martin King, Jr.', 'Martin', 'King, Jr.'],
    ['Ola Nordmann', 'Ola', 'Nordmann'],
    ['Ja Rule', 'Ja', 'Rule'],
    ['Ja, Anna Jansen', 'Anna', 'Jansen'],
    ['Will Smith', 'Will', 'Smith'],
    ['Can Yılmaz', 'Can', 'Yılmaz'],
    ['Don Johnson', 'Don', 'Johnson'],
    ['Juan Ortega y Gasset', 'Juan', 'Ortega y Gasset'],
    ['Name - Anna Jansen', 'Anna', 'Jansen'],
    ['My name’s Anna Jansen', 'Anna', 'Jansen'],
    ['This is Anna Jansen speaking', 'Anna', 'Jansen'],
    ['Ich bin der Jörg Groß', 'Jörg', 'Groß'],
    ['Moi, c’est Zoé Petit', 'Zoé', 'Petit'],
    ['Eu sou a Ana Silva', 'Ana', 'Silva'],
    ['Io sono Mario Rossi', 'Mario', 'Rossi'],
    ['Dr. med. Eva Klein', 'Eva', 'Klein'],
    ['De heer Piet Jansen', 'Piet', 'Jansen'],
    ['Mevrouw drs. Anna de Vries', 'Anna', 'de Vries'],
    ['Madame Claire Petit', 'Claire', 'Petit'],
    ['Señora Ana Ruiz', 'Ana', 'Ruiz'],
    ['Senhor Rui Silva', 'Rui', 'Silva'],
    ['Dott.ssa Anna Rossi', 'Anna', 'Rossi'],
    ['Pani mgr Anna Nowak', 'Anna', 'Nowak'],
    ['Fröken Åsa Öberg', 'Åsa', 'Öberg'],
    ['Frøken Eva Berg', 'Eva', 'Berg'],
    ['Anna Jansen, Mevr.', 'Anna', 'Jansen'],
    ['First name Anna, last name Jansen', 'Anna', 'Jansen'],
    ['Name: Groß, Vorname: Jörg', 'Jörg', 'Groß'],
    ['Nombre: Ana\nApellidos: Ruiz Gómez', 'Ana', 'Ruiz Gómez'],
  ])('is read in %j', (words, firstName, lastName) => {
    expect(readName(words)).toEqual({ firstName, lastName });
  });

  it.each([
    'Anna',
    'Anna 2',
    'what is this?',
    'anna@client.test x',
    'Hello there',
    'No thanks',
    'Merci beaucoup',
    'Not now',
    'Mr. Smith',
    'De heer Jansen',
    'Frau Müller',
    'Mme Petit',
    'Señor Pérez',
    'Sig.ra Rossi',
    'Mr. and Mrs. Smith',
    'Anna & Piet Jansen',
    'Anna und Piet Jansen',
    'Ana y Luis Ruiz',
    'Anna 😀 Jansen',
    'Anna1 Jansen',
    'I want to buy a house',
    'I am not interested',
    'prefer not to say',
    'who are you',
    'Hallo, ich heiße Eva Klein und suche eine Wohnung',
    'Soy el dueño',
    `${'a'.repeat(101)} b`,
    '- -',
    '',
  ])('is asked for again after %j', (words) => {
    expect(readName(words)).toBeUndefined();
  });
});

describe('the number of a menu', () => {
  it.each([
    '1',
    ' 1. ',
    '1)',
    '(1)',
    '1️⃣',
    '１',
    '①',
    '١',
    '“1”',
    'option 1',
    'no. 1',
    'nro 1',
    'Nummer 1 bitte',
    '1, please',
    '1 👍',
    'Ik kies 1',
    'je prends la 1',
    'poproszę 1',
    'the number 1',
    '#1',
    'n° 1',
    'Nº1',
  ])('is read in %j', (words) => {
    expect(readNumber(words)).toBe(1);
  });

  it.each(['3 bedrooms', '-1', '+1', '2,5', '€5', '5%', '4⭐', '12:30', '1 or 2', 'one', '1234', '#1234', '1°', ''])(
    'is not read in %j',
    (words) => {
      expect(readNumber(words)).toBeUndefined();
    },
  );
});

describe('stars', () => {
  it.each([
    ...(
      [
        '★★★★',
        '★★★★☆',
        '⭐⭐⭐⭐',
        '⭐️⭐️⭐️⭐️',
        '🌟🌟🌟🌟!',
        '****',
        '4*',
        '4⭐',
        '⭐ 4',
        '4️⃣⭐',
        '4x⭐',
        '4/5',
        '４／５',
        '٤/٥',
      ] as const
    ).map((words) => ['en', words] as const),
    ...(['★★★★ 4/5', '4 / 5 stars', '4 out of 5', '4 stars, please', 'I’d give it 4 stars', 'four stars'] as const).map(
      (words) => ['pt', words] as const,
    ),
    ['nl', 'vier sterren'],
    ['nl', 'Ik geef het 4 van de 5, bedankt'],
    ['de', 'Ich gebe 4 Sterne'],
    ['de', '4 von 5'],
    ['fr', '4 étoiles sur 5'],
    ['fr', 'quatre étoiles'],
    ['es', 'Le doy 4 estrellas'],
    ['es', '4 de 5'],
    ['pt', 'quatro estrelas'],
    ['it', 'quattro stelle su 5'],
    ['pl', 'cztery gwiazdki'],
    ['sv', 'fyra stjärnor av 5'],
    ['no', 'fire stjerner'],
    ['fr', 'quatre sur cinq'],
    ['es', 'cuatro de cinco'],
    ['it', 'quattro su cinque'],
    ['pl', 'cztery na pięć'],
    ['sv', 'fyra av fem'],
    ['en', 'Score 4/5'],
  ] as const)('are read in %s in %j', (language, words) => {
    expect(readStars(words, language)).toBe(4);
  });

  it.each([
    ['en', 'four'],
    ['nl', 'vier!'],
    ['de', 'vier, danke'],
    ['fr', 'quatre'],
    ['es', 'cuatro'],
    ['pt', 'Quatro'],
    ['it', 'quattro'],
    ['pl', 'cztery'],
    ['sv', 'fyra'],
    ['no', 'fire'],
    ['no', '4'],
    ['pt', 'nota 4'],
    ['fr', 'Note : 4'],
    ['pl', 'ocena: cztery'],
    ['en', 'I give it a 4'],
  ] as const)('are read in %s in %j where they are asked for, and only there', (language, words) => {
    expect([readAskedStars(words, language), readStars(words, language)]).toEqual([4, undefined]);
  });

  it.each([
    ...[
      '4.5 stars',
      '4,5',
      '★★★★½',
      '☆☆☆☆',
      '★★★☆',
      '6 stars',
      '0 stars',
      '★★★★★★',
      '★★★ 4/5',
      '5/10',
      '-4 stars',
      '4+',
    ],
    ...['4 stars but noisy', 'no stars', 'a hotel of 4 stars', '4 stars or 5', 'fire', '4/5/2026', 'stars', ''],
  ])('are not read in %j', (words) => {
    expect([readAskedStars(words, 'en'), readStars(words, 'en')]).not.toContain(4);
  });
});

describe('opting out', () => {
  it.each([
    ...[
      'STOP',
      '“STOP”',
      'stop!',
      'Stop, thanks',
      'STOP 🛑',
      'please stop',
      'Hi, stop please. Thank you!',
      'STOP STOP STOP',
    ],
    ...[
      'unsubscribe',
      'Opt-out',
      'opt out',
      'STOPALL',
      'ｓｔｏｐ',
      '(stop)',
      '\u200fstop',
      '*STOP*',
      'no more messages',
      'Please unsubscribe me from this list.',
    ],
    ...['stoppen', 'Afmelden aub', 'uitschrijven', 'meld me af', 'geen berichten meer, bedankt'],
    ...['Stopp', 'abmelden', 'Abmelden bitte', 'abbestellen', 'Keine Nachrichten mehr!', 'aufhören', 'aufhoeren'],
    ...['ARRET', 'arrêt', 'arrêter', 'désabonner', 'desabonnement svp', 'me désinscrire', 'Plus de messages, merci'],
    ...['baja', 'BAJA por favor', 'darme de baja', 'parar', 'alto', 'basta', 'No más mensajes'],
    ...['parar', 'pare', 'cancelar subscrição', 'sem mais mensagens, obrigado'],
    ...['ferma', 'disiscrivimi', 'basta messaggi', 'annulla iscrizione', 'Smettila, grazie'],
    ...['koniec', 'wypisz mnie', 'Wypisz się', 'dość', 'rezygnuję', 'przestań'],
    ...['sluta', 'avsluta', 'stoppa', 'avregistrera mig', 'Sluta, tack', 'inga fler meddelanden'],
    ...['slutt', 'meld meg av', 'Slutt, takk', 'stopp', 'ingen flere meldinger'],
    ...[
      'S.T.O.P.',
      'Stop promotions',
      'I want to unsubscribe',
      'don’t message me',
      'Leave me alone!',
      'remove me from your list',
    ],
    ...['Ik wil me graag afmelden', 'stuur me geen berichten meer', 'Laat me met rust'],
    ...['Ich möchte keine Nachrichten mehr, danke', 'Hören Sie auf damit', 'Lassen Sie mich in Ruhe'],
    ...['Je veux me désinscrire', 'STOP PUB', 'ne m’écrivez plus'],
    ...['No quiero recibir más mensajes', 'No me escriban más, gracias', 'Quiero la baja'],
    ...['Não quero mais mensagens', 'parem de me escrever', 'quero sair'],
    ...['Non scrivetemi più', 'cancellatemi per favore', 'lasciatemi in pace'],
    ...['Proszę o wypisanie', 'Nie chcę więcej wiadomości', 'proszę nie pisać'],
    ...['Sluta skicka', 'avanmäl mig', 'vänligen sluta'],
    ...['Jeg vil ikke ha flere meldinger', 'slutt å sende', 'Vær så snill, stopp'],
  ])('is understood in %j', (words) => {
    expect(saysStop(words)).toBe(true);
  });

  it.each([
    'the bus stop is near',
    'Is there a stop for the tram?',
    "Don't stop",
    'stop by on Monday',
    'para dos personas',
    'La parada de autobús',
    'Wir stoppen am Montag bei Ihnen',
    'il y a un arrêt de bus',
    'STOP the presses, I love it',
    'stop, I found a home and want to see it',
    'planta baja',
    'I don’t want to stop',
    'ich möchte keine Dachgeschosswohnung',
    'no more than 400000',
    'leave me alone with the keys for a moment',
    'cancel',
    'thanks',
    'please',
    '',
  ])('is not read into %j', (words) => {
    expect(saysStop(words)).toBe(false);
  });

  it.each([
    'START',
    '“Start”',
    'start again please',
    'hervatten',
    'Fortsetzen bitte',
    'reprendre',
    'reanudar',
    'retomar',
    'riprendi',
    'wznów',
    'återuppta',
    'gjenoppta',
    'weer starten',
    'wieder anmelden',
    'recommencer svp',
    'volver a empezar',
    'riattiva',
    'włącz ponownie',
    'börja igen',
    'start igjen, takk',
  ])('is taken back by %j', (words) => {
    expect(saysStart(words)).toBe(true);
  });

  it('takes no label of a button for an order', () => {
    const labels = LANGUAGES.flatMap((language) =>
      [...readCatalogue(language)].filter(
        ([key]) => key.startsWith('label.') && !['label.stopMessages', 'label.logOut'].includes(key),
      ),
    );

    expect(labels.filter(([, label]) => saysStop(label))).toEqual([]);
  });

  it('is not taken back by a sentence', () => {
    expect(['start of the street', 'when does it start?', 'stop'].some(saysStart)).toBe(false);
  });
});

describe('a pasted password', () => {
  it('is what stands between blanks, quotes and signs that nobody sees', () => {
    const pasted = [' Ab3!efgh ', 'Ab3!efgh\n', '\u200bAb3!efgh\ufeff', '“Ab3!efgh”', '\u00a0Ab3!efgh'];

    expect(new Set(pasted.map(pastedPassword))).toEqual(new Set(['Ab3!efgh']));
    expect(pastedPassword('!Ab3efg?')).toBe('!Ab3efg?');
    expect(pastedPassword('<\u0338Ab3!efgh')).toBe(pastedPassword('≮Ab3!efgh'));
  });
});
