import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import type { ImportProfile } from '@shared/contract/imports';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { orpc } from '../../lib/engine-client';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './profile-name.module.css';

const words = texts.imports.profiles;

const LONGEST = 60;

/** A profile's name; Enter keeps a new one, Escape the old. */
export function ProfileName({ profile }: { profile: ImportProfile }) {
  const [text, setText] = useState<string | null>(null);
  const rename = useMutation(orpc.imports.renameProfile.mutationOptions({ onError: notifyError }));
  const keep = () => {
    const name = text?.trim();
    if (name && name !== profile.name) rename.mutate({ profileId: profile.id, name });
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setText(null);
  };
  if (text !== null) {
    return (
      <TextInput
        autoFocus
        aria-label={words.newName(profile.name)}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
        data-testid="profile-name"
      />
    );
  }
  return (
    <span className={classes.name}>
      <strong>{profile.name}</strong>
      <Tooltip label={words.rename}>
        <ActionIcon
          size="sm"
          aria-label={words.renameOf(profile.name)}
          onClick={() => setText(profile.name)}
          data-testid={`rename-${profile.name}`}
        >
          <IconPencil size={14} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
