/**
 * The tables of the loop: stores, stock, sales, orders, market, forecasts, plans, feedback and learning.
 *
 * Conventions: ids are ours, natural keys are stated beside each table and used for matching; money is bigint
 * cents; days are `date` in the store's zone; instants are `timestamptz`. `raw` keeps the mapped, non-personal
 * source values as text. `row_hash` is the hash of what the source said, so that an unchanged row is seen.
 */
import { type Kysely, sql } from 'kysely';

const UP = `
create extension if not exists vector;

create table store (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  time_zone text not null default 'America/New_York',
  region text,
  makes text[] not null default '{}',
  settings jsonb not null default '{}',
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);

-- Natural key: all ten attributes.
create table build (
  id bigint generated always as identity primary key,
  make text not null,
  model text not null,
  model_year int,
  body text,
  trim text,
  drivetrain text,
  engine text,
  package text,
  exterior_color text,
  interior_color text,
  unique nulls not distinct (make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color)
);

create table import_profile (
  id bigint generated always as identity primary key,
  name text not null unique,
  kind text not null,
  header_fingerprint text not null,
  mapping jsonb not null,
  coverage text not null default 'unknown',
  created_at timestamptz not null default now()
);
create index import_profile_fingerprint on import_profile (header_fingerprint);

create table import_batch (
  id bigint generated always as identity primary key,
  file_name text not null,
  file_hash text not null,
  kind text not null,
  format text not null,
  profile_id bigint references import_profile on delete set null,
  store_ids bigint[] not null,
  as_of date not null,
  as_of_source text not null,
  coverage text not null,
  counts jsonb not null,
  changes jsonb not null,
  columns jsonb not null,
  dropped_columns text[] not null default '{}',
  remarks text[] not null default '{}',
  source_path text,
  options jsonb not null default '{}',
  imported_at timestamptz not null default now(),
  undone_at timestamptz
);

create table import_problem (
  id bigint generated always as identity primary key,
  batch_id bigint not null references import_batch on delete cascade,
  line int,
  column_name text,
  code text not null,
  value text,
  message text not null,
  severity text not null
);
create index import_problem_batch on import_problem (batch_id, id);

-- What a batch changed, so that it can be undone: the row as it was before, null when the batch created it.
create table import_journal (
  batch_id bigint not null references import_batch on delete cascade,
  table_name text not null,
  row_id bigint not null,
  before jsonb,
  primary key (batch_id, table_name, row_id)
);

-- One stay of one vehicle in stock. Natural key: store, VIN, stock number, in-date.
-- A stay is open while closed_on is null. Stays that only a sales file tells of (in-date and sale date of a unit
-- that no inventory file showed) are kept too, closed, so that past stock can be counted: source says which.
create table stock_episode (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  vin text,
  stock_number text,
  build_id bigint not null references build,
  condition text not null check (condition in ('new', 'used')),
  is_certified boolean not null default false,
  status text not null check (status in ('available', 'sold_not_delivered', 'on_hold', 'demo', 'loaner', 'in_transit')),
  received_on date,
  received_on_source text not null default 'stated' check (received_on_source in ('stated', 'age', 'first_seen')),
  odometer_miles int,
  cost_cents bigint,
  price_cents bigint,
  msrp_cents bigint,
  location text,
  source text not null check (source in ('inventory', 'sale')),
  first_seen_on date not null,
  last_seen_on date not null,
  closed_on date,
  close_reason text check (close_reason in ('sold', 'departed')),
  raw jsonb not null default '{}',
  row_hash text not null,
  batch_id bigint not null references import_batch
);
create index stock_episode_vin on stock_episode (store_id, vin);
create index stock_episode_stock_number on stock_episode (store_id, stock_number);
create index stock_episode_open on stock_episode (store_id, condition) where closed_on is null;
create index stock_episode_dates on stock_episode (store_id, received_on, closed_on);

-- Natural key: store, day, episode.
create table inventory_snapshot (
  store_id bigint not null references store on delete cascade,
  as_of date not null,
  episode_id bigint not null references stock_episode on delete cascade,
  status text not null,
  price_cents bigint,
  batch_id bigint not null references import_batch,
  primary key (store_id, as_of, episode_id)
);

-- One deal for one vehicle. Natural key: store, deal number, VIN.
-- deal_state: counted deals are booked or finalised; pending ones are a pipeline; reversed ones were unwound.
-- sold_on is the date that figures use: contract, else accounting, else delivery.
create table sale (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  deal_number text,
  vin text,
  stock_number text,
  build_id bigint not null references build,
  episode_id bigint references stock_episode on delete set null,
  condition text not null check (condition in ('new', 'used')),
  is_certified boolean not null default false,
  sale_type text not null check (sale_type in ('retail', 'lease', 'fleet', 'wholesale', 'dealer_trade')),
  deal_state text not null check (deal_state in ('counted', 'pending', 'reversed')),
  sold_on date not null,
  contract_on date,
  accounting_on date,
  delivered_on date,
  received_on date,
  odometer_miles int,
  price_cents bigint,
  cost_cents bigint,
  msrp_cents bigint,
  front_gross_cents bigint,
  back_gross_cents bigint,
  total_gross_cents bigint,
  zip text,
  raw jsonb not null default '{}',
  row_hash text not null,
  batch_id bigint not null references import_batch
);
create unique index sale_natural_key on sale (store_id, deal_number, vin) nulls not distinct where deal_number is not null;
create index sale_vin on sale (store_id, vin);
create index sale_sold_on on sale (store_id, condition, sold_on);

-- Natural key: store, order number, model year (order numbers come back after years).
create table factory_order (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  order_number text not null,
  build_id bigint not null references build,
  allocation_group text,
  status text not null check (status in ('draft', 'accepted', 'placed', 'scheduled', 'in_production', 'built', 'on_hold', 'invoiced', 'in_transit', 'at_dealer', 'sold', 'cancelled')),
  raw_status text,
  order_type text not null check (order_type in ('stock', 'sold')),
  ordered_on date,
  estimated_arrival_on date,
  arrived_on date,
  vin text,
  msrp_cents bigint,
  invoice_cents bigint,
  last_seen_on date not null,
  closed_on date,
  raw jsonb not null default '{}',
  row_hash text not null,
  batch_id bigint not null references import_batch
);
create unique index factory_order_natural_key on factory_order (store_id, order_number, build_id);
create index factory_order_open on factory_order (store_id, status) where closed_on is null;

create table factory_order_status (
  order_id bigint not null references factory_order on delete cascade,
  as_of date not null,
  status text not null,
  raw_status text,
  primary key (order_id, as_of)
);

-- Natural key: store, cycle, make, allocation group.
create table allocation (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  cycle text not null,
  cycle_start date not null,
  cycle_end date not null,
  make text not null,
  allocation_group text not null,
  models text[] not null,
  units int not null,
  row_hash text not null,
  batch_id bigint not null references import_batch,
  unique (store_id, cycle, make, allocation_group)
);

create table order_constraint (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  definition jsonb not null,
  created_at timestamptz not null default now()
);

-- Own and competitors' models alike. Natural key: store, period, region, make, model.
create table market_fact (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  period text not null,
  region text not null,
  segment text not null,
  make text not null,
  model text not null,
  units int not null,
  average_price_cents bigint,
  days_supply double precision,
  row_hash text not null,
  batch_id bigint not null references import_batch,
  unique (store_id, period, region, make, model)
);

create table forecast_run (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  as_of date not null,
  grain text not null check (grain in ('week', 'month')),
  horizon int not null,
  options jsonb not null,
  milliseconds int not null,
  created_at timestamptz not null default now()
);
create index forecast_run_store on forecast_run (store_id, grain, id);

-- Natural key: run, series key.
create table forecast_series (
  id bigint generated always as identity primary key,
  run_id bigint not null references forecast_run on delete cascade,
  series_key text not null,
  level text not null check (level in ('store', 'model', 'trim', 'build')),
  make text,
  model text,
  trim text,
  model_name text not null,
  status text not null check (status in ('ok', 'not_enough_data')),
  note text,
  total_mean double precision not null,
  total_quantiles jsonb not null,
  history jsonb not null,
  candidates jsonb not null,
  unique (run_id, series_key)
);

create table forecast_point (
  series_id bigint not null references forecast_series on delete cascade,
  period text not null,
  mean double precision not null,
  quantiles jsonb not null,
  primary key (series_id, period)
);

create table forecast_accuracy (
  series_id bigint primary key references forecast_series on delete cascade,
  mase double precision,
  rmsse double precision,
  bias double precision,
  pinball double precision,
  coverage80 double precision,
  coverage90 double precision,
  origins int not null,
  beats_naive boolean
);

-- Versions of the score's weights; at most one active per store.
create table learning_run (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  as_of date not null,
  target text not null,
  evidence jsonb not null,
  activated boolean not null,
  note text not null,
  created_at timestamptz not null default now()
);

create table weight_set (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  version int not null,
  weights jsonb not null,
  tilt double precision not null,
  is_active boolean not null default false,
  learning_run_id bigint references learning_run on delete set null,
  evidence jsonb not null default '{}',
  note text not null,
  created_at timestamptz not null default now(),
  unique (store_id, version)
);
create unique index weight_set_active on weight_set (store_id) where is_active;

create table plan_run (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  as_of date not null,
  forecast_run_id bigint not null references forecast_run on delete cascade,
  weight_set_id bigint references weight_set on delete set null,
  options jsonb not null,
  -- Limits, totals, shadow prices, solver figures and notes, as the plan was made.
  outcome jsonb not null,
  created_at timestamptz not null default now()
);
create index plan_run_store on plan_run (store_id, id);

create table plan_line (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plan_run on delete cascade,
  position int not null,
  build_id bigint not null references build,
  quantity int not null,
  uncapped_quantity int not null,
  score double precision,
  parts jsonb not null,
  expected_value_cents bigint not null,
  unit_cost_cents bigint not null,
  on_hand int not null,
  pipeline int not null,
  demand double precision not null,
  marginal_values_cents jsonb not null,
  reasons jsonb not null,
  not_scored_because text,
  unique (plan_id, position)
);

-- Every decision is kept; the newest that was not withdrawn counts.
create table plan_decision (
  id bigint generated always as identity primary key,
  line_id bigint not null references plan_line on delete cascade,
  decision text not null check (decision in ('accepted', 'changed', 'declined')),
  quantity int not null,
  reason text,
  decided_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index plan_decision_line on plan_decision (line_id, id);

-- What became of a recommendation. Natural key: store, plan reference, build. Declined advice is kept too.
create table feedback (
  id bigint generated always as identity primary key,
  store_id bigint not null references store on delete cascade,
  plan_line_id bigint references plan_line on delete set null,
  reference text not null,
  build_id bigint not null references build,
  recommended_on date not null,
  recommended_quantity int not null,
  decision text not null check (decision in ('accepted', 'changed', 'declined')),
  ordered_quantity int not null,
  arrived_on date,
  units_sold int,
  days_to_turn double precision,
  gross_cents bigint,
  aged_units int,
  rating int,
  score_gross double precision,
  score_days_to_turn double precision,
  score_market double precision,
  score_forecast double precision,
  reason text,
  row_hash text not null,
  batch_id bigint references import_batch,
  unique (store_id, reference, build_id)
);

create table embedding (
  owner_table text not null,
  owner_id bigint not null,
  model text not null,
  vector vector not null,
  primary key (owner_table, owner_id, model)
);

create table saved_report (
  id bigint generated always as identity primary key,
  path text not null,
  format text not null,
  bytes bigint not null,
  created_at timestamptz not null default now()
);

create table job (
  id text primary key,
  kind text not null,
  title text not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  message text not null,
  result jsonb,
  error jsonb,
  started_at timestamptz not null,
  ended_at timestamptz
);

create table setting (
  name text primary key,
  value jsonb not null
);
`;

const TABLES = [
  'setting',
  'job',
  'saved_report',
  'embedding',
  'feedback',
  'plan_decision',
  'plan_line',
  'plan_run',
  'weight_set',
  'learning_run',
  'forecast_accuracy',
  'forecast_point',
  'forecast_series',
  'forecast_run',
  'market_fact',
  'order_constraint',
  'allocation',
  'factory_order_status',
  'factory_order',
  'sale',
  'inventory_snapshot',
  'stock_episode',
  'import_journal',
  'import_problem',
  'import_batch',
  'import_profile',
  'build',
  'store',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, UP);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(`drop table ${table}`).execute(db);
  await sql.raw('drop extension vector').execute(db);
}

async function runStatements(db: Kysely<unknown>, text: string): Promise<void> {
  const withoutComments = text.replace(/^\s*--.*$/gm, '');
  for (const statement of withoutComments
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)) {
    await sql.raw(statement).execute(db);
  }
}
