import { Disclosure } from '../../../../../web/design-system/Disclosure.tsx'

export function Accordion({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="font-sans text-base">
      <Disclosure title={title}>{children}</Disclosure>
    </div>
  )
}
