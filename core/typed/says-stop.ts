import { withoutManners } from './without-manners.ts';

/**
 * What ends pushes, and what lets them begin again, folded, in the ten languages and as the carriers have it (CTIA's
 * handbook: STOP, STOPALL, UNSUBSCRIBE, QUIT; START, UNSTOP). `cancel` and `end` are none: they are on our buttons.
 */
const STOP = setOf(
  'stop|stop all|stopall|unsubscribe|unsubscribe me|unsub|opt out|optout|opt me out|quit|remove me|stop it|stop now',
  'stop messages|stop the messages|stop these messages|stop messaging me|stop messaging|stop texting me|stop texting',
  'stop sending messages|stop sending me messages|stop sending|stop notifications|no more messages|no messages',
  'stoppen|afmelden|meld me af|meld mij af|afmelding|uitschrijven|schrijf me uit|schrijf mij uit|hou op|houd op|stop ermee',
  'geen berichten meer|stop met berichten|stop berichten|stop de berichten|ik wil stoppen',
  'stopp|abmelden|abmeldung|abbestellen|austragen|melde mich ab|melden sie mich ab|ich mochte mich abmelden|abmelden von nachrichten',
  'aufhoren|aufhoeren|hor auf|horen sie auf|keine nachrichten mehr|keine nachrichten|nachrichten abbestellen|stopp nachrichten',
  'arret|arreter|arrete|arretez|stopper|desabonner|se desabonner|me desabonner|desabonnez moi|desabonne moi|desabonnement',
  'desinscrire|se desinscrire|me desinscrire|desinscription|desinscrivez moi|plus de messages|arretez les messages|ca suffit',
  'baja|dar de baja|darme de baja|darse de baja|dame de baja|deme de baja|quiero darme de baja|parar|para|pare|alto|basta|detener|detente',
  'desuscribir|desuscribirme|desuscribirse|cancelar suscripcion|anular suscripcion|no mas mensajes|no mas',
  'parem|cancelar subscricao|anular subscricao|cancelar inscricao|cancelar assinatura|descadastrar|sem mais mensagens|mais nao|chega',
  'ferma|fermare|fermati|fermatevi|disiscrivi|disiscriviti|disiscrivermi|disiscrivimi|disiscrizione|cancellami|cancella iscrizione',
  'annulla iscrizione|basta messaggi|niente piu messaggi|non voglio piu messaggi|smetti|smettila|smettetela',
  'koniec|wypisz|wypisz mnie|wypisz sie|wypisuje sie|anuluj subskrypcje|rezygnuje|rezygnacja|zatrzymaj|przestan|przestancie|dosc',
  'koniec wiadomosci|stop wiadomosci|zadnych wiadomosci|nie piszcie|nie pisz|prosze nie pisac',
  'sluta|stoppa|avregistrera|avregistrera mig|avprenumerera|avsluta prenumeration|inga fler meddelanden|inga meddelanden',
  'slutt|stans|stoppe|meld av|meld meg av|avmeld|avmelding|avregistrer|avregistrer meg|avslutt abonnement|ingen flere meldinger|ingen meldinger',
);
const START = setOf(
  'start|start again|restart|unstop|subscribe|resubscribe|resume|opt in|optin|start messages|messages on',
  'starten|begin|beginnen|begin weer|hervat|hervatten|aanmelden|inschrijven|doorgaan',
  'starte|anmelden|abonnieren|fortsetzen|weiter|wieder an|anfangen',
  'demarrer|commencer|commence|reprendre|reprise|abonner|s abonner|m abonner|inscrire|s inscrire',
  'empezar|comenzar|iniciar|inicio|reanudar|alta|dar de alta|darme de alta|suscribir|suscribirme',
  'comecar|retomar|recomecar|subscrever|aderir',
  'inizia|iniziare|avvia|avviare|ricomincia|riprendi|riprendere|iscrivi|iscrivimi',
  'zacznij|zaczynaj|rozpocznij|wznow|wznowic|zapisz mnie|subskrybuj',
  'starta|borja|borja om|aterupptag|ateruppta|prenumerera|fortsatt',
  'begynn|gjenoppta|abonner|fortsett|meld meg pa|pamelding',
);

/** Whether all that was written says so, in however many words; in a sentence of its own it is no order. */
export const saysStop = (words: string): boolean => says(words, STOP);
export const saysStart = (words: string): boolean => says(words, START);

function says(words: string, all: ReadonlySet<string>): boolean {
  const meant = withoutManners(words);
  const [first = '', ...more] = meant.split(' ');
  // `STOP STOP STOP` says it louder.
  return all.has(meant) || (all.has(first) && more.every((each) => each === first));
}

function setOf(...rows: readonly string[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.split('|')));
}
