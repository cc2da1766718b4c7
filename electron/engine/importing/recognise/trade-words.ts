/**
 * Words of column names in German, Spanish and French, without accents, with the English words that they stand for: a name
 * is then compared word by word like any other, in whatever order and combination it comes.
 */
const WORDS: Readonly<Record<string, string>> = {
  number: 'nummer numero nro',
  stock: 'bestand bestands lager existencia existencias',
  inventory: 'inventario inventaire',
  'stock number': 'lagernr lagernummer bestandsnr bestandsnummer bestandnummer',
  vin: 'fahrgestellnummer fahrgestellnr fin fgstnr niv chasis chassis serie',
  make: 'marke hersteller fabrikat marca marque',
  model: 'modell modelo modele',
  year: 'jahr modelljahr baujahr ano annee millesime',
  trim: 'ausstattung ausstattungslinie variante version acabado finition',
  color: 'farbe couleur',
  exterior: 'aussen aussenfarbe exterieur exterieure',
  interior: 'innen innenfarbe interieur interieure',
  body: 'karosserie aufbau carroceria carrosserie',
  engine: 'motor moteur',
  odometer:
    'km kms kilometers kilometres odometre odometro kilometerstand laufleistung kilometraje kilometrage tacho',
  condition: 'etat zustand condicion',
  price: 'preis precio prix',
  'sale price': 'verkaufspreis vkpreis',
  asking: 'demande',
  cost: 'ek kosten einstand einkaufspreis einstandspreis costo coste cout',
  gross: 'ertrag deckungsbeitrag rohertrag bruttoertrag utilidad bruta bruto ganancia marge benefice brute',
  date: 'datum fecha',
  sale: 'vk verkauf verkaufs venta vente',
  'sale date': 'verkaufsdatum',
  delivery: 'lieferung auslieferung entrega livraison',
  'delivery date': 'lieferdatum auslieferungsdatum',
  'entry date': 'eingang eingangsdatum zugang zugangsdatum zulauf',
  entry: 'entrada ingreso entree arrivee',
  days: 'tage dias jours',
  'days in stock': 'standtage standzeit',
  customer: 'kunde kaufer cliente acheteur',
  name: 'nombre nom',
  address: 'anschrift adresse direccion',
  phone: 'telefon telefono telephone',
  order: 'bestellung pedido commande',
  status: 'estatus statut',
  units: 'einheiten unidades unites stuck stueck',
  region: 'gebiet',
  period: 'zeitraum periodo periode monat mes mois',
  share: 'anteil marktanteil participacion',
  store: 'filiale betrieb sucursal succursale',
  dealer: 'handler haendler concesionario concessionnaire',
  new: 'neu nuevo neuf',
  used: 'gebraucht usado usage occasion',
};

/** Each foreign word with the English ones. */
export const TRADE_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(WORDS).flatMap(([english, foreign]) =>
    foreign.split(' ').map((word): [string, readonly string[]] => [word, english.split(' ')]),
  ),
);
