import nodemailer from 'nodemailer'
import type { SendMail } from './deliver.ts'

/** @param smtpUrl `smtp(s)://user:password@host:port?from=Officina <training@example.org>` */
export function smtpSender(smtpUrl: string): SendMail {
  const from = new URL(smtpUrl).searchParams.get('from') ?? 'Officina <officina@localhost>'
  const transport = nodemailer.createTransport(smtpUrl)
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text })
  }
}
