/** Which words name an organisation. */
import { describe, expect, it } from 'vitest'
import { organisationIn } from '../../../../src/core/checks/shared/organisation.ts'

describe('organisationIn', () => {
  it.each([
    ['Head of procurement, Northmere Council', 'Northmere Council'],
    ['Nurse, Leeds Teaching Hospital', 'Leeds Teaching Hospital'],
    ['Clerk, Kent County Council', 'Kent County Council'],
    ['Dean, University of Highmoor', 'University of Highmoor'],
    ['Lead, Department for Work and Pensions', 'Department for Work and Pensions'],
    ['Buyer, Fern & Rowe Ltd', 'Fern & Rowe Ltd'],
    ['Analyst, HMRC', 'HMRC'],
    ['Adviser, Home Office', 'Home Office'],
    ['Manager at Castle Rooms', 'Castle Rooms'],
    ['Caseworker from the Passport House', 'Passport House'],
  ])('%j names %s', (text, name) => {
    expect(organisationIn(text)).toBe(name)
  })

  it.each([
    'Head of Procurement',
    'Deputy Director of Finance',
    'School teacher',
    'Senior Police Officer',
    'County Council officer',
    'Local Authority',
    'Hall manager, from Sprint 2',
    'Resident, interviewed at March',
    'Parent at home',
    'Customer Services',
  ])('%j names none', (text) => {
    expect(organisationIn(text)).toBeUndefined()
  })
})
