import { describe, expect, it } from 'vitest';
import { createPortRequests } from './port-requests';

function counted() {
  let asked = 0;
  const requests = createPortRequests(() => {
    asked += 1;
  });
  return { requests, asked: () => asked };
}

describe('createPortRequests', () => {
  it('asks once, however often the engine says that it is ready', () => {
    const { requests, asked } = counted();
    requests.begin();
    requests.engineReady();
    requests.engineReady();
    expect(asked()).toBe(1);
  });

  it('asks again after a loss, once the engine is ready', () => {
    const { requests, asked } = counted();
    requests.begin();
    requests.arrived();
    requests.lost();
    expect(asked()).toBe(1);
    requests.engineReady();
    requests.engineReady();
    expect(asked()).toBe(2);
  });

  it('does not take a port that was asked for before a loss, and asks for another', () => {
    const { requests, asked } = counted();
    requests.begin();
    requests.lost();
    requests.engineReady();
    expect(asked()).toBe(2);
    expect(requests.arrived()).toBe(false);
    expect(requests.arrived()).toBe(true);
    requests.engineReady();
    expect(asked()).toBe(2);
  });

  it('does not ask for what it was given unasked', () => {
    const { requests, asked } = counted();
    requests.begin();
    requests.arrived();
    requests.lost();
    requests.arrived();
    requests.engineReady();
    expect(asked()).toBe(1);
  });
});
