/**
 * Property tests draw the same examples in every run, so that a change is judged by what it changed and a failure is met
 * again by whoever looks for it. New examples are looked for on purpose: DOSO_PROPERTY_SEED=random (or a number), whose
 * finds become tests of their own.
 */
import fc from 'fast-check';

const FIXED_SEED = 20_261_123;
const wanted = process.env.DOSO_PROPERTY_SEED ?? String(FIXED_SEED);

if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
