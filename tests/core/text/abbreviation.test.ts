/** How a text says what an abbreviation stands for. */
import { describe, expect, it } from 'vitest'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { explains, isKnown } from '../../../src/core/text/abbreviation.ts'

describe('explains', () => {
  it.each([
    ['the Driver and Vehicle Standards Agency (DVSA)', 'DVSA'],
    ['a minimum viable product (MVP) and more', 'MVP'],
    ['the Department for Education (“DfE”)', 'DfE'],
    ['the Department for Education (the DfE)', 'DfE'],
    ['MoJ (the Ministry of Justice)', 'MoJ'],
    ['CCGs (clinical commissioning groups)', 'CCG'],
    ['our local authority trading company (LATCO)', 'LATCO'],
    ['MVP: a minimum viable product', 'MVP'],
    ['ROI stands for return on investment', 'ROI'],
    ['the data protection officer, or DPO,', 'DPO'],
    ['The Land Registry is quick. We asked LR.', 'LR'],
    ['Digital, Data and Technology | DDaT', 'DDaT'],
    ['the Value-Added Reseller, VAR', 'VAR'],
  ])('%j explains %s', (text, word) => {
    expect(explains(text, word)).toBe(true)
  })

  it.each([
    ['We asked the DVSA', 'DVSA'],
    ['The department (MoJ) was kind', 'MoJ'],
    ['We asked the department (DWP)', 'DWP'],
    ['The DPO (who was new) agreed', 'DPO'],
    ['people often ask the PO', 'PO'],
    ['DDaT is a function', 'DDaT'],
  ])('%j does not explain %s', (text, word) => {
    expect(explains(text, word)).toBe(false)
  })
})

describe('isKnown', () => {
  it.each(['NHS', 'PDF', 'VAT', 'A4', 'III', 'XIV', 'CSF', 'CSF1', 'OPT2', 'CH1', 'HM', 'OK'])(
    '%s needs no explanation',
    (word) => {
      expect(isKnown(word, builtInKinds)).toBe(true)
    },
  )

  it.each(['DVSA', 'DDaT', 'MoJ', 'GDS', 'HMCTS'])('%s needs one', (word) => {
    expect(isKnown(word, builtInKinds)).toBe(false)
  })
})
