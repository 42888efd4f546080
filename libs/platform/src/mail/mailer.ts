import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { AppConfig } from '../config';
import { mailNotConfigured, mailNotSent } from './mail.errors';

/** A letter to one person. Text and HTML say the same. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How long the server may take for any one step: a hanging server must not hold the job. */
const PATIENCE_MS = 15_000;
const LINE_ENDS = /[\r\n]+/g;

/**
 * Outgoing mail. Only jobs send: a request never waits for a mail server. Fails with
 * `platform.mail.notSent` when the server refuses; the caller's job tries again later.
 */
@Injectable()
export class Mailer {
  private transport: ReturnType<typeof createTransport> | undefined;

  constructor(private readonly config: AppConfig) {}

  get isConfigured(): boolean {
    return this.config.mail.url !== null;
  }

  async send({ to, subject, text, html }: Letter): Promise<void> {
    const transport = this.open();
    const letter = { from: this.config.mail.from, to, subject: subject.replace(LINE_ENDS, ' '), text, html };
    try {
      await transport.sendMail({ ...letter, disableFileAccess: true, disableUrlAccess: true });
    } catch (cause) {
      throw Object.assign(mailNotSent({ to }), { cause });
    }
  }

  private open(): ReturnType<typeof createTransport> {
    const { url } = this.config.mail;
    if (!url) throw mailNotConfigured();
    this.transport ??= createTransport({
      url,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    return this.transport;
  }
}
