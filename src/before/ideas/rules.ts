/** Who made an idea together; service users and carers are told apart from staff. */
export const coProducerKinds = ['service_users', 'carers', 'service_users_and_carers', 'staff'] as const
export type CoProducerKind = (typeof coProducerKinds)[number]

export const coProducerNames: Record<CoProducerKind, string> = {
  service_users: 'Service users',
  carers: 'Carers',
  service_users_and_carers: 'Service user and carer representatives',
  staff: 'Staff',
}
