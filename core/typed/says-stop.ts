import { withoutManners } from './without-manners.ts';

/**
 * What ends pushes, and what lets them begin again, folded, in the ten languages and as the carriers have it (CTIA's
 * handbook: STOP, STOPALL, UNSUBSCRIBE, QUIT; START, UNSTOP). `cancel` and `end` are none: they are on our buttons.
 */
const STOP = setOf(
  'stop|stop all|stopall|unsubscribe|unsubscribe me|unsub|opt out|optout|opt me out|quit|remove me|stop it|stop now',
  'stop messages|stop promotions|stop promotion|stop marketing|stop the messages|stop these messages|stop messaging me|stop messaging|stop texting me|stop texting',
  'stop all messages|stop sms|stop whatsapp|just stop|i want to stop|i want to opt out|i want to unsubscribe|stop contacting me',
  'remove me from the list|remove me from your list|take me off|take me off the list|take me off your list|leave me alone',
  'do not contact me|don t contact me|do not message me|don t message me|do not text me|don t text me|i don t want any more messages',
  'stop sending messages|stop sending me messages|stop sending|stop notifications|no more messages|no messages',
  'unsubscribe me from this list|unsubscribe me from this|unsubscribe from this list|unsubscribe from these messages|unsubscribe me from these messages|please unsubscribe|stop everything|no more texts',
  'stoppen|afmelden|meld me af|meld mij af|afmelding|uitschrijven|schrijf me uit|schrijf mij uit|hou op|houd op|stop ermee',
  'ik wil me afmelden|ik wil mij afmelden|ik wil me graag afmelden|wil me afmelden|wil graag afmelden|ik wil geen berichten meer',
  'ik wil geen berichten meer ontvangen|geen berichten|meld me maar af|meld mij maar af|stuur geen berichten meer|laat me met rust',
  'stuur me geen berichten meer|niet meer appen|stop met appen|geen berichten meer|stop met berichten|stop berichten|stop de berichten|ik wil stoppen',
  'stopp|abmelden|abmeldung|abbestellen|austragen|melde mich ab|melden sie mich ab|ich mochte mich abmelden|abmelden von nachrichten',
  'ich mochte keine nachrichten mehr|ich will keine nachrichten mehr|ich mochte keine nachrichten mehr erhalten|stoppe|stoppt',
  'ich will mich abmelden|stoppen sie|stoppen sie das|hor auf damit|horen sie auf damit|keine weiteren nachrichten',
  'schreiben sie mir nicht mehr|schreib mir nicht mehr|lassen sie mich in ruhe|aufhoren|aufhoeren|hor auf|horen sie auf|keine nachrichten mehr|keine nachrichten|nachrichten abbestellen|stopp nachrichten',
  'arret|arreter|arrete|arretez|stopper|desabonner|se desabonner|me desabonner|desabonnez moi|desabonne moi|desabonnement',
  'je ne veux plus de messages|je ne veux plus recevoir de messages|ne plus recevoir de messages|stop pub|stop les messages',
  'je veux me desinscrire|je veux me desabonner|je souhaite me desinscrire|je souhaite me desabonner|ne m ecrivez plus',
  'n ecrivez plus|laissez moi tranquille|desinscrire|se desinscrire|me desinscrire|desinscription|desinscrivez moi|plus de messages|arretez les messages|ca suffit',
  'baja|dar de baja|darme de baja|darse de baja|dame de baja|deme de baja|quiero darme de baja|parar|para|pare|alto|basta|detener|detente',
  'quiero la baja|quiero dar de baja|solicito la baja|no quiero mas mensajes|no quiero recibir mensajes|no quiero recibir mas mensajes',
  'no me escriban|no me escriban mas|no me escribas|no me escribas mas|no escriban mas|dejen de escribir|dejen de escribirme',
  'deja de escribirme|dejar de recibir mensajes|desuscribir|desuscribirme|desuscribirse|cancelar suscripcion|anular suscripcion|no mas mensajes|no mas',
  'parem de enviar|parem de enviar mensagens|parem de me escrever|nao quero mais mensagens|nao quero receber mensagens|desinscrever',
  'nao quero receber mais mensagens|nao me escrevam|nao me escrevam mais|quero sair|sair da lista|cancelar mensagens|parem|cancelar subscricao|anular subscricao|cancelar inscricao|cancelar assinatura|descadastrar|sem mais mensagens|mais nao|nada mais|chega',
  'ferma|fermare|fermati|fermatevi|disiscrivi|disiscriviti|disiscrivermi|disiscrivimi|disiscrizione|cancellami|cancella iscrizione',
  'non scrivetemi piu|non scrivermi piu|non mi scrivete piu|non voglio piu ricevere messaggi|non voglio ricevere messaggi',
  'cancellatemi|cancellami dalla lista|stop messaggi|smettete|smettete di scrivere|smettete di scrivermi|voglio disiscrivermi',
  'lasciatemi in pace|annulla iscrizione|basta messaggi|niente piu messaggi|non voglio piu messaggi|smetti|smettila|smettetela',
  'koniec|wypisz|wypisz mnie|wypisz sie|wypisuje sie|anuluj subskrypcje|rezygnuje|rezygnacja|zatrzymaj|przestan|przestancie|dosc',
  'koniec wiadomosci|stop wiadomosci|zadnych wiadomosci|nie piszcie|nie pisz|nie pisac',
  'o wypisanie|wypisac|wypisanie|chce sie wypisac|nie chce wiadomosci|nie chce wiecej wiadomosci|nie chce dostawac wiadomosci',
  'stop wiadomosciom|przestancie pisac|przestan pisac|nie piszcie wiecej|nie pisz wiecej',
  'avsluta|sluta skicka|sluta skicka meddelanden|sluta skriva|jag vill avregistrera mig|stoppa meddelanden|stoppa alla meddelanden|avanmal',
  'avanmal mig|avanmalan|jag vill inte ha fler meddelanden|skriv inte mer|sluta|stoppa|avregistrera|avregistrera mig|avprenumerera|avsluta prenumeration|inga fler meddelanden|inga meddelanden',
  'slutt a sende|slutt a sende meldinger|slutt a skrive|avslutt|jeg vil ikke ha flere meldinger|jeg vil ikke ha meldinger|stopp meldinger',
  'jeg vil melde meg av|stopp meldingene|ikke flere meldinger|ikke skriv mer|slutt|stans|stoppe|meld av|meld meg av|avmeld|avmelding|avregistrer|avregistrer meg|avslutt abonnement|ingen flere meldinger|ingen meldinger',
);
const START = setOf(
  'subscribe me|resubscribe me|resume messages|start messages again|turn on messages|turn messages on|start|start again|restart|unstop|subscribe|resubscribe|resume|opt in|optin|start messages|messages on',
  'weer starten|weer aanmelden|opnieuw starten|opnieuw beginnen|weer aan|starten|begin|beginnen|begin weer|hervat|hervatten|aanmelden|inschrijven|doorgaan',
  'wieder anmelden|wieder starten|wieder einschalten|weitermachen|starte|anmelden|abonnieren|fortsetzen|weiter|wieder an|anfangen',
  'recommencer|recommencez|reactiver|demarrer|commencer|commence|reprendre|reprise|abonner|s abonner|m abonner|inscrire|s inscrire',
  'quiero alta|volver a empezar|reactivar|empezar|comenzar|iniciar|inicio|reanudar|alta|dar de alta|darme de alta|suscribir|suscribirme',
  'comecar de novo|voltar a receber|reativar|comecar|retomar|recomecar|subscrever|aderir',
  'ricominciare|ricominciate|riattiva|inizia|iniziare|avvia|avviare|ricomincia|riprendi|riprendere|iscrivi|iscrivimi',
  'wlacz|wlacz ponownie|zacznij ponownie|zapisz mnie ponownie|zacznij|zaczynaj|rozpocznij|wznow|wznowic|zapisz mnie|subskrybuj',
  'borja igen|starta igen|sla pa igen|starta|borja|borja om|aterupptag|ateruppta|prenumerera|fortsatt',
  'start igjen|begynn igjen|sla pa igjen|begynn|gjenoppta|abonner|fortsett|meld meg pa|pamelding',
);

/** Whether all that was written says so, in however many words; in a sentence of its own it is no order. */
export const saysStop = (words: string): boolean => says(words, STOP);
export const saysStart = (words: string): boolean => says(words, START);

function says(words: string, all: ReadonlySet<string>): boolean {
  const meant = spelled(withoutManners(words));
  const [first = '', ...more] = meant.split(' ');
  // `STOP STOP STOP` says it louder.
  return all.has(meant) || (all.has(first) && more.every((each) => each === first));
}

/** `S.T.O.P.` is one word. */
const spelled = (words: string): string => (/^\p{L}(?: \p{L})+$/u.test(words) ? words.replaceAll(' ', '') : words);

function setOf(...rows: readonly string[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.split('|')));
}
