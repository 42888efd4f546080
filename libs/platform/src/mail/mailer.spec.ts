import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../config';
import { Mailer } from './mailer';

/** A post office that understands just enough SMTP and keeps what it was handed. */
async function postOffice(refuses = false): Promise<{ server: Server; url: string; letters: string[] }> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let letter: string[] | null = null;
    socket.on('error', () => undefined);
    socket.write('220 post.example ESMTP\r\n');
    let rest = '';
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (letter && line !== '.') letter.push(line);
        else if (letter) {
          letters.push(letter.join('\n'));
          letter = null;
          socket.write('250 ok\r\n');
        } else if (line.startsWith('DATA')) {
          letter = [];
          socket.write('354 go on\r\n');
        } else if (line.startsWith('RCPT') && refuses) socket.write('550 no such person\r\n');
        else socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, letters, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const letter = {
  to: 'wang@example.gov.cn',
  subject: '待办\r\nBcc: x@y.z',
  text: '一件待审',
  html: '<p>一件待审</p>',
};
const mailer = (url?: string): Mailer =>
  new Mailer(readConfig({ MAIL_URL: url, MAIL_FROM: '站群平台 <noreply@example.gov.cn>' }));

describe('发信', () => {
  it('hands a letter to the server, with no header smuggled into the subject', async () => {
    const { server, url, letters } = await postOffice();

    await mailer(url).send(letter);

    server.close();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('To: wang@example.gov.cn');
    expect(letters[0]).not.toMatch(/^Bcc:/m);
  });

  it('says that the letter was not sent when the server refuses or is away', async () => {
    const { server, url } = await postOffice(true);

    await expect(mailer(url).send(letter)).rejects.toMatchObject({ code: 'platform.mail.notSent' });
    await new Promise((resolve) => server.close(resolve));
    await expect(mailer(url).send(letter)).rejects.toMatchObject({ code: 'platform.mail.notSent' });
  });

  it('knows when no server is configured', async () => {
    expect(mailer().isConfigured).toBe(false);
    await expect(mailer().send(letter)).rejects.toMatchObject({ code: 'platform.mail.notConfigured' });
  });
});
