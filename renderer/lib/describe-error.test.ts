import { AppError, errorCodes } from '@shared/contract/errors';
import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error';

describe('describeError', () => {
  it('uses the words and the next step that the engine sent', () => {
    const error = {
      code: 'FILE_REFUSED',
      message: 'sales.xlsx ends early.',
      data: { details: {}, nextStep: 'Export it again.' },
    };
    expect(describeError(error)).toEqual({
      code: 'FILE_REFUSED',
      title: 'The file was refused',
      message: 'sales.xlsx ends early.',
      nextStep: 'Export it again.',
    });
  });

  it('reads an AppError thrown in the window itself', () => {
    expect(describeError(new AppError('ENGINE_RESTARTED', 'It restarted.')).nextStep).toBe(
      'Your saved data is intact. Try again.',
    );
  });

  it('shows a bug as its id alone', () => {
    const words = describeError({
      code: 'INTERNAL',
      message: 'select * from sale',
      data: { details: { incident: 'e-42' }, nextStep: null },
    });
    expect(words.message).toBe('It was logged under the id e-42.');
  });

  it('never shows the message of something unknown', () => {
    expect(describeError(new TypeError('x is undefined')).message).not.toContain('undefined');
    expect(describeError('boom').code).toBe('INTERNAL');
  });

  it('has words and a next step for every error that the engine can send', () => {
    for (const code of errorCodes) {
      const words = describeError({ code, message: 'What happened.', data: { details: {}, nextStep: null } });
      expect(words.code).toBe(code);
      expect(words.title.length, code).toBeGreaterThan(3);
      expect(words.message.length, code).toBeGreaterThan(3);
      expect(words.nextStep, code).toMatch(/^[A-Z].*\.$/);
    }
  });
});
