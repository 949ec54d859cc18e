/** What clients read of a user `u`: whoever was added without a name of their own has a part of their address there, which is none. */
export const SHOWN_NAME = `
  case when position('@' in u.name) > 0 or u.name = split_part(u.email, '@', 1)
    then (select o.name from companies o where o.id = u.company_id) else u.name end`;
