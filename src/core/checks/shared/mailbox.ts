/** Addresses that lead to nobody in particular: mailboxes of a team, names of files, samples. */

/** Words that say what a mailbox is for, at its end; RFC 2142 has the oldest. Few people are called so. */
const SHARED = new Set(
  `abuse accessibility accounts admin administrator alerts all appointments billing board bookings booking
  careers comments comms communications complaints consultation consultations contact contactus copyright
  correspondence customer customers customerservice customerservices data dataprotection desk digital discovery
  donotreply dpo editor email enquiries enquiry events everyone feedback finance foi freedomofinformation gdpr
  general git group hello help helpdesk hostmaster hr ict info information inbox inquiries inquiry it jobs
  legal library licensing list lists mail mailbox mailer marketing media membership news newsletter newsroom
  noreply notifications notify office ombudsman operations ops orders parking payments payroll planning policy
  postmaster press privacy procurement product programme protection project projects pr publications queries reception
  records recruitment registrar replies registrations reply request requests research sales sar secretariat
  security service servicedesk services shared social staff subscribe support switchboard team teams tech
  technical training transformation unsubscribe user users web webmaster webteam website welcome work www`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

// Ends of names of files, as in "logo@2x.png"; none is a domain of the highest level.
const RE_FILE =
  /\.(?:avif|bmp|css|csv|docx?|gif|heic|html?|ico|jpe?g|json|jsx?|pdf|png|pptx?|svg|tiff?|tsx?|txt|webp|woff2?|xlsx?|xml|ya?ml)$/i

// RFC 2606: "jo@example.org", "jo@mail.example", "jo@service.test", "jo@site.invalid".
const RE_SAMPLE = /@(?:[\w-]+\.)*(?:example(?:\.\w+)?|test|invalid)$/i

/** Whether what looks like an e-mail address leads to a person, as far as its words tell. */
export function leadsToPerson(address: string): boolean {
  if (RE_SAMPLE.test(address) || RE_FILE.test(address)) return false
  const [mailbox = ''] = address.split('@')
  const words = mailbox.toLowerCase().split(/[\d._%+'’-]+/)
  const last = words.findLast((word) => word !== '') ?? ''
  return !SHARED.has(last)
}
