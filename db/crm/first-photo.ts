/** The id of the photo of a property that clients see first, as a subquery; `property`: what the query calls it. */
export const firstPhotoOf = (property: string): string => `(
    select f.id from media f
    where f.company_id = ${property}.company_id and f.owner_kind = 'property' and f.owner_id = ${property}.id
    order by f.sort, f.seq limit 1)`;
