import { useEffect, useState } from 'preact/hooks'

/** The address of exactly this page. The code's library is loaded after the page, as nobody waits for it. */
export function Qr({ label, show }: { label: string; show: string }) {
  const [drawn, setDrawn] = useState<{ path: string; size: number } | null>(null)
  useEffect(() => {
    const address = location.origin + location.pathname
    void import('qrcode-generator').then(({ default: qrcode }) => {
      const code = qrcode(0, 'M')
      code.addData(address)
      code.make()
      const size = code.getModuleCount()
      let path = ''
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++) if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`
      }
      setDrawn({ path, size })
    })
  }, [])
  return (
    <figure class="qr">
      {drawn && (
        <svg viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`} role="img" aria-label={label} shape-rendering="crispEdges">
          <rect x="-4" y="-4" width={drawn.size + 8} height={drawn.size + 8} fill="#fff" />
          <path d={drawn.path} fill="#000" />
        </svg>
      )}
      <figcaption>{show}</figcaption>
    </figure>
  )
}
