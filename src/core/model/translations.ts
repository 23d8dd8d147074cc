/** What kinds and properties are called in Welsh, French, German and Irish: public bodies write in two languages. */

/** By kind: one and several of them, of each language, in small letters and with commas between. */
export const kindsAbroad: ReadonlyMap<string, string> = new Map(
  Object.entries({
    objective: 'amcan, amcanion, objectif, objectifs, ziel, ziele, cuspóir, cuspóirí',
    'success-factor':
      'ffactor llwyddiant, ffactorau llwyddiant, facteur de succès, facteurs de succès, erfolgsfaktor, erfolgsfaktoren',
    benefit: 'budd, buddion, mantais, manteision, avantage, avantages, nutzen, tairbhe, tairbhí',
    option: 'opsiwn, opsiynau, variante, varianten, rogha, roghanna',
    // Not "her", one of them in Welsh, which English has too.
    challenge: 'heriau, défi, défis, herausforderung, herausforderungen',
    assumption:
      'rhagdybiaeth, rhagdybiaethau, tybiaeth, tybiaethau, hypothèse, hypothèses, annahme, annahmen',
    risk: 'risg, risgiau, risque, risques, risiko, risiken, riosca, rioscaí',
    question:
      'cwestiwn, cwestiynau, question ouverte, questions ouvertes, offene frage, offene fragen, ceist, ceisteanna',
    estimate:
      'amcangyfrif, amcangyfrifon, estimation, estimations, schätzung, schätzungen, meastachán, meastacháin',
    decision:
      'penderfyniad, penderfyniadau, décision, décisions, entscheidung, entscheidungen, cinneadh, cinntí',
    outcome: 'canlyniad, canlyniadau, résultat attendu, résultats attendus, toradh, torthaí',
    'user-need':
      'angen defnyddwyr, anghenion defnyddwyr, besoin des utilisateurs, besoins des utilisateurs, nutzerbedürfnis, nutzerbedürfnisse',
    requirement:
      'gofyniad, gofynion, exigence, exigences, anforderung, anforderungen, riachtanas, riachtanais',
    measure: 'mesur, mesurau, indicateur, indicateurs, kennzahl, kennzahlen',
    action:
      'cam gweithredu, camau gweithredu, mesure à prendre, mesures à prendre, gníomh, gníomhartha',
    dependency: 'dibyniaeth, dibyniaethau, dépendance, dépendances, abhängigkeit, abhängigkeiten',
    constraint: 'cyfyngiad, cyfyngiadau, contrainte, contraintes, randbedingung, randbedingungen',
  }),
)

/** By property: what columns and lines call it, in small letters. */
export const propertiesAbroad: Readonly<Record<string, readonly string[]>> = {
  owner: ['perchennog', 'responsable', 'verantwortlich', 'verantwortliche', 'úinéir'],
  date: ['dyddiad', 'échéance', 'datum', 'termin', 'dáta'],
  status: ['statws', 'statut', 'stádas'],
  likelihood: ['tebygolrwydd', 'probabilité', 'wahrscheinlichkeit', 'dóchúlacht'],
  impact: ['effaith', 'incidence', 'auswirkung', 'tionchar'],
  mitigation: ['lliniaru', 'atténuation', 'mesures d’atténuation', "mesures d'atténuation"],
  baseline: ['llinell sylfaen', 'valeur de référence', 'ausgangswert'],
  target: ['targed', 'cible', 'zielwert', 'sprioc'],
}
