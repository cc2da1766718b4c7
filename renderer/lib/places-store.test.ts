import { createMemoryHistory } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { followPlaces, usePlacesStore } from './places-store';

describe('followPlaces', () => {
  it('knows what lies ahead until something new is opened', () => {
    const history = createMemoryHistory();
    followPlaces(history);
    const ahead = () => usePlacesStore.getState().newest - usePlacesStore.getState().shown;
    history.push('/inventory');
    history.push('/sales');
    expect(ahead()).toBe(0);
    history.back();
    history.back();
    expect(ahead()).toBe(2);
    history.forward();
    expect(ahead()).toBe(1);
    // A filter that changes in place is no new place.
    history.replace('/inventory?make=Ford');
    expect(ahead()).toBe(1);
    history.push('/market');
    expect(ahead()).toBe(0);
  });
});
