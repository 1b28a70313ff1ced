
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "chapter_tree": {
                  Row: {
                    "ancestor_id": string,"depth": number,"descendant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "ancestor_id": string,"depth": number,"descendant_id": string
                  }
                  Update: {
                    "ancestor_id"?: string,"depth"?: number,"descendant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "chapter_tree_ancestor_id_fkey"
      columns: ["ancestor_id"]
isOneToOne: false
      referencedRelation: "chapters"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "chapter_tree_descendant_id_fkey"
      columns: ["descendant_id"]
isOneToOne: false
      referencedRelation: "chapters"
      referencedColumns: ["id"]
    }
                  ]
                },"chapters": {
                  Row: {
                    "about": Json | null,"city_id": string | null,"country_iso2": string,"created_at": string,"founded_on": string | null,"id": string,"join_mode": string,"kind": string,"name": NonNullable<Json>,"parent_id": string | null,"search": string,"slug": string,"state": string,"summary": NonNullable<Json>,"text_status": NonNullable<Json>,"university_id": string | null,"zone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "about"?: Json | null,"city_id"?: string | null,"country_iso2": string,"created_at"?: string,"founded_on"?: string | null,"id"?: string,"join_mode"?: string,"kind": string,"name": NonNullable<Json>,"parent_id"?: string | null,"search"?: never,"slug": string,"state"?: string,"summary": NonNullable<Json>,"text_status"?: NonNullable<Json>,"university_id"?: string | null,"zone": string
                  }
                  Update: {
                    "about"?: Json | null,"city_id"?: string | null,"country_iso2"?: string,"created_at"?: string,"founded_on"?: string | null,"id"?: string,"join_mode"?: string,"kind"?: string,"name"?: NonNullable<Json>,"parent_id"?: string | null,"search"?: never,"slug"?: string,"state"?: string,"summary"?: NonNullable<Json>,"text_status"?: NonNullable<Json>,"university_id"?: string | null,"zone"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "chapters_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "chapters_country_iso2_fkey"
      columns: ["country_iso2"]
isOneToOne: false
      referencedRelation: "countries"
      referencedColumns: ["iso2"]
    },{
      foreignKeyName: "chapters_parent_id_country_iso2_fkey"
      columns: ["parent_id","country_iso2"]
isOneToOne: false
      referencedRelation: "chapters"
      referencedColumns: ["id","country_iso2"]
    },{
      foreignKeyName: "chapters_university_id_fkey"
      columns: ["university_id"]
isOneToOne: false
      referencedRelation: "universities"
      referencedColumns: ["id"]
    }
                  ]
                },"cities": {
                  Row: {
                    "country_iso2": string,"id": string,"lat": number,"lon": number,"name": NonNullable<Json>,"name_local": string | null,"search": string,"zone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "country_iso2": string,"id": string,"lat": number,"lon": number,"name": NonNullable<Json>,"name_local"?: string | null,"search"?: never,"zone": string
                  }
                  Update: {
                    "country_iso2"?: string,"id"?: string,"lat"?: number,"lon"?: number,"name"?: NonNullable<Json>,"name_local"?: string | null,"search"?: never,"zone"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "cities_country_iso2_fkey"
      columns: ["country_iso2"]
isOneToOne: false
      referencedRelation: "countries"
      referencedColumns: ["iso2"]
    }
                  ]
                },"consents": {
                  Row: {
                    "at": string,"id": string,"is_given": boolean,"language": string,"member_id": string,"purpose": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"id"?: string,"is_given": boolean,"language": string,"member_id": string,"purpose": string,"version": string
                  }
                  Update: {
                    "at"?: string,"id"?: string,"is_given"?: boolean,"language"?: string,"member_id"?: string,"purpose"?: string,"version"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "consents_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"coordinators": {
                  Row: {
                    "actor_id": string | null,"during": unknown,"id": string,"member_id": string,"scope": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"during": unknown,"id"?: string,"member_id": string,"scope": string
                  }
                  Update: {
                    "actor_id"?: string | null,"during"?: unknown,"id"?: string,"member_id"?: string,"scope"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "coordinators_actor_id_fkey"
      columns: ["actor_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "coordinators_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"countries": {
                  Row: {
                    "iso2": string,"name": NonNullable<Json>,"region": string,"search": string
                  }
                  ComputedFields: never
                  Insert: {
                    "iso2": string,"name": NonNullable<Json>,"region": string,"search"?: never
                  }
                  Update: {
                    "iso2"?: string,"name"?: NonNullable<Json>,"region"?: string,"search"?: never
                  }
                  Relationships: [
                    
                  ]
                },"event_access": {
                  Row: {
                    "address": string | null,"event_id": string,"link": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"event_id": string,"link"?: string | null
                  }
                  Update: {
                    "address"?: string | null,"event_id"?: string,"link"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_access_event_id_fkey"
      columns: ["event_id"]
isOneToOne: true
      referencedRelation: "events"
      referencedColumns: ["id"]
    }
                  ]
                },"events": {
                  Row: {
                    "address": string | null,"cancel_reason": string | null,"capacity": number | null,"chapter_id": string,"city_id": string | null,"clock": string,"closes_clock": string | null,"created_at": string,"description": Json | null,"ends_at": string,"ends_clock": string,"ends_local": string,"format": string,"id": string,"is_later_of_two": boolean,"kind": string,"last_day": string,"registration_closes_at": string | null,"search": string,"slug": string,"spoken": (string)[],"starts_at": string,"starts_local": string,"state": string,"summary": Json | null,"taken": number,"text_status": NonNullable<Json>,"title": NonNullable<Json>,"venue": string | null,"version": number,"visibility": string,"waiting": number,"zone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"cancel_reason"?: string | null,"capacity"?: number | null,"chapter_id": string,"city_id"?: string | null,"clock"?: never,"closes_clock"?: never,"created_at"?: string,"description"?: Json | null,"ends_at": string,"ends_clock"?: never,"ends_local": string,"format": string,"id"?: string,"is_later_of_two"?: boolean,"kind": string,"last_day"?: never,"registration_closes_at"?: string | null,"search"?: never,"slug": string,"spoken"?: (string)[],"starts_at": string,"starts_local": string,"state"?: string,"summary"?: Json | null,"taken"?: number,"text_status"?: NonNullable<Json>,"title": NonNullable<Json>,"venue"?: string | null,"version"?: number,"visibility"?: string,"waiting"?: number,"zone": string
                  }
                  Update: {
                    "address"?: string | null,"cancel_reason"?: string | null,"capacity"?: number | null,"chapter_id"?: string,"city_id"?: string | null,"clock"?: never,"closes_clock"?: never,"created_at"?: string,"description"?: Json | null,"ends_at"?: string,"ends_clock"?: never,"ends_local"?: string,"format"?: string,"id"?: string,"is_later_of_two"?: boolean,"kind"?: string,"last_day"?: never,"registration_closes_at"?: string | null,"search"?: never,"slug"?: string,"spoken"?: (string)[],"starts_at"?: string,"starts_local"?: string,"state"?: string,"summary"?: Json | null,"taken"?: number,"text_status"?: NonNullable<Json>,"title"?: NonNullable<Json>,"venue"?: string | null,"version"?: number,"visibility"?: string,"waiting"?: number,"zone"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "events_chapter_id_fkey"
      columns: ["chapter_id"]
isOneToOne: false
      referencedRelation: "chapters"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    }
                  ]
                },"figure_months": {
                  Row: {
                    "as_of": string,"is_closed": boolean,"is_first": boolean,"month": string
                  }
                  ComputedFields: never
                  Insert: {
                    "as_of": string,"is_closed"?: boolean,"is_first"?: boolean,"month": string
                  }
                  Update: {
                    "as_of"?: string,"is_closed"?: boolean,"is_first"?: boolean,"month"?: string
                  }
                  Relationships: [
                    
                  ]
                },"figures": {
                  Row: {
                    "at_end": number,"at_start": number,"changed": number,"country_iso2": string | null,"dimension": string,"joins": number,"leaves": number,"month": string,"moved_in": number,"moved_out": number,"scope_id": string,"scope_kind": string,"value": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at_end": number,"at_start": number,"changed": number,"country_iso2"?: string | null,"dimension": string,"joins": number,"leaves": number,"month": string,"moved_in": number,"moved_out": number,"scope_id": string,"scope_kind": string,"value": string
                  }
                  Update: {
                    "at_end"?: number,"at_start"?: number,"changed"?: number,"country_iso2"?: string | null,"dimension"?: string,"joins"?: number,"leaves"?: number,"month"?: string,"moved_in"?: number,"moved_out"?: number,"scope_id"?: string,"scope_kind"?: string,"value"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "figures_country_iso2_fkey"
      columns: ["country_iso2"]
isOneToOne: false
      referencedRelation: "countries"
      referencedColumns: ["iso2"]
    },{
      foreignKeyName: "figures_month_fkey"
      columns: ["month"]
isOneToOne: false
      referencedRelation: "figure_months"
      referencedColumns: ["month"]
    }
                  ]
                },"home_regions": {
                  Row: {
                    "id": string,"name": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "id": string,"name": NonNullable<Json>
                  }
                  Update: {
                    "id"?: string,"name"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"join_drafts": {
                  Row: {
                    "draft": NonNullable<Json>,"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "draft": NonNullable<Json>,"updated_at"?: string,"user_id": string
                  }
                  Update: {
                    "draft"?: NonNullable<Json>,"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"join_requests": {
                  Row: {
                    "chapter_id": string,"created_at": string,"decided_at": string | null,"decided_by": string | null,"id": string,"kind": string,"member_id": string,"message": string | null,"reason": string | null,"state": string
                  }
                  ComputedFields: never
                  Insert: {
                    "chapter_id": string,"created_at"?: string,"decided_at"?: string | null,"decided_by"?: string | null,"id"?: string,"kind"?: string,"member_id": string,"message"?: string | null,"reason"?: string | null,"state"?: string
                  }
                  Update: {
                    "chapter_id"?: string,"created_at"?: string,"decided_at"?: string | null,"decided_by"?: string | null,"id"?: string,"kind"?: string,"member_id"?: string,"message"?: string | null,"reason"?: string | null,"state"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "join_requests_chapter_id_fkey"
      columns: ["chapter_id"]
isOneToOne: false
      referencedRelation: "chapters"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "join_requests_decided_by_fkey"
      columns: ["decided_by"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "join_requests_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"journal": {
                  Row: {
                    "action": string,"actor_id": string | null,"at": string,"chapter_id": string | null,"detail": NonNullable<Json>,"id": number,"member_id": string | null,"subject_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"actor_id"?: string | null,"at"?: string,"chapter_id"?: string | null,"detail"?: NonNullable<Json>,"id"?: never,"member_id"?: string | null,"subject_id"?: string | null
                  }
                  Update: {
                    "action"?: string,"actor_id"?: string | null,"at"?: string,"chapter_id"?: string | null,"detail"?: NonNullable<Json>,"id"?: never,"member_id"?: string | null,"subject_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "journal_actor_id_fkey"
      columns: ["actor_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "journal_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"limits": {
                  Row: {
                    "ends_at": string,"key": string,"used": number
                  }
                  ComputedFields: never
                  Insert: {
                    "ends_at": string,"key": string,"used": number
                  }
                  Update: {
                    "ends_at"?: string,"key"?: string,"used"?: number
                  }
                  Relationships: [
                    
                  ]
                },"mandates": {
                  Row: {
                    "actor_id": string | null,"chapter_id": string,"during": unknown,"id": string,"member_id": string,"role": string,"shown_as": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"chapter_id": string,"during": unknown,"id"?: string,"member_id": string,"role": string,"shown_as"?: string | null
                  }
                  Update: {
                    "actor_id"?: string | null,"chapter_id"?: string,"during"?: unknown,"id"?: string,"member_id"?: string,"role"?: string,"shown_as"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "mandates_actor_id_fkey"
      columns: ["actor_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "mandates_chapter_id_fkey"
      columns: ["chapter_id"]
isOneToOne: false
      referencedRelation: "chapters"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "mandates_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"member_details": {
                  Row: {
                    "contact_email": string | null,"funding": string | null,"home_region_id": string | null,"member_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "contact_email"?: string | null,"funding"?: string | null,"home_region_id"?: string | null,"member_id": string
                  }
                  Update: {
                    "contact_email"?: string | null,"funding"?: string | null,"home_region_id"?: string | null,"member_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "member_details_home_region_id_fkey"
      columns: ["home_region_id"]
isOneToOne: false
      referencedRelation: "home_regions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "member_details_member_id_fkey"
      columns: ["member_id"]
isOneToOne: true
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"member_statuses": {
                  Row: {
                    "actor_id": string | null,"during": unknown,"id": string,"member_id": string,"status": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"during": unknown,"id"?: string,"member_id": string,"status": string
                  }
                  Update: {
                    "actor_id"?: string | null,"during"?: unknown,"id"?: string,"member_id"?: string,"status"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "member_statuses_actor_id_fkey"
      columns: ["actor_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "member_statuses_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"members": {
                  Row: {
                    "created_at": string,"erased_at": string | null,"given_name": string | null,"id": string,"latin_name": string | null,"locale": string,"number": number,"patronymic": string | null,"search": string,"surname": string | null,"user_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"erased_at"?: string | null,"given_name"?: string | null,"id"?: string,"latin_name"?: string | null,"locale"?: string,"number"?: never,"patronymic"?: string | null,"search"?: never,"surname"?: string | null,"user_id"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"erased_at"?: string | null,"given_name"?: string | null,"id"?: string,"latin_name"?: string | null,"locale"?: string,"number"?: never,"patronymic"?: string | null,"search"?: never,"surname"?: string | null,"user_id"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"memberships": {
                  Row: {
                    "actor_id": string | null,"chapter_id": string,"during": unknown,"end_reason": string | null,"id": string,"kind": string,"member_id": string,"previous_id": string | null,"start_reason": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"chapter_id": string,"during": unknown,"end_reason"?: string | null,"id"?: string,"kind": string,"member_id": string,"previous_id"?: string | null,"start_reason": string
                  }
                  Update: {
                    "actor_id"?: string | null,"chapter_id"?: string,"during"?: unknown,"end_reason"?: string | null,"id"?: string,"kind"?: string,"member_id"?: string,"previous_id"?: string | null,"start_reason"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "memberships_actor_id_fkey"
      columns: ["actor_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "memberships_chapter_id_fkey"
      columns: ["chapter_id"]
isOneToOne: false
      referencedRelation: "chapters"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "memberships_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "memberships_previous_id_fkey"
      columns: ["previous_id"]
isOneToOne: false
      referencedRelation: "memberships"
      referencedColumns: ["id"]
    }
                  ]
                },"outbox": {
                  Row: {
                    "address": string | null,"attempts": number,"claimed_until": string | null,"created_at": string,"failed_at": string | null,"id": number,"kind": string,"last_error": string | null,"not_before": string,"occurrence": string,"payload": NonNullable<Json>,"recipient_id": string | null,"sender_id": string | null,"sent_at": string | null,"subject_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"attempts"?: number,"claimed_until"?: string | null,"created_at"?: string,"failed_at"?: string | null,"id"?: never,"kind": string,"last_error"?: string | null,"not_before"?: string,"occurrence"?: string,"payload"?: NonNullable<Json>,"recipient_id"?: string | null,"sender_id"?: string | null,"sent_at"?: string | null,"subject_id": string
                  }
                  Update: {
                    "address"?: string | null,"attempts"?: number,"claimed_until"?: string | null,"created_at"?: string,"failed_at"?: string | null,"id"?: never,"kind"?: string,"last_error"?: string | null,"not_before"?: string,"occurrence"?: string,"payload"?: NonNullable<Json>,"recipient_id"?: string | null,"sender_id"?: string | null,"sent_at"?: string | null,"subject_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "outbox_recipient_id_fkey"
      columns: ["recipient_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"page_versions": {
                  Row: {
                    "changed_at": string,"tag": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"tag": string,"version"?: number
                  }
                  Update: {
                    "changed_at"?: string,"tag"?: string,"version"?: number
                  }
                  Relationships: [
                    
                  ]
                },"registrations": {
                  Row: {
                    "attempt": number,"cancelled_at": string | null,"created_at": string,"event_id": string,"id": string,"line": number | null,"member_id": string,"promoted_at": string | null,"state": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt"?: number,"cancelled_at"?: string | null,"created_at"?: string,"event_id": string,"id"?: string,"line"?: number | null,"member_id": string,"promoted_at"?: string | null,"state": string
                  }
                  Update: {
                    "attempt"?: number,"cancelled_at"?: string | null,"created_at"?: string,"event_id"?: string,"id"?: string,"line"?: number | null,"member_id"?: string,"promoted_at"?: string | null,"state"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "registrations_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "registrations_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    }
                  ]
                },"studies": {
                  Row: {
                    "city_id": string | null,"degree": string,"during": unknown,"ends_on": string | null,"field": string,"id": string,"member_id": string,"started_on": string | null,"university_id": string | null,"university_other": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id"?: string | null,"degree": string,"during"?: unknown,"ends_on"?: string | null,"field": string,"id"?: string,"member_id": string,"started_on"?: string | null,"university_id"?: string | null,"university_other"?: string | null
                  }
                  Update: {
                    "city_id"?: string | null,"degree"?: string,"during"?: unknown,"ends_on"?: string | null,"field"?: string,"id"?: string,"member_id"?: string,"started_on"?: string | null,"university_id"?: string | null,"university_other"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "studies_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "studies_member_id_fkey"
      columns: ["member_id"]
isOneToOne: false
      referencedRelation: "members"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "studies_university_id_fkey"
      columns: ["university_id"]
isOneToOne: false
      referencedRelation: "universities"
      referencedColumns: ["id"]
    }
                  ]
                },"universities": {
                  Row: {
                    "city_id": string,"id": string,"initials": string,"name": string,"name_native": string | null,"search": string,"short_name": string | null,"website": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "city_id": string,"id": string,"initials"?: never,"name": string,"name_native"?: string | null,"search"?: never,"short_name"?: never,"website"?: string | null
                  }
                  Update: {
                    "city_id"?: string,"id"?: string,"initials"?: never,"name"?: string,"name_native"?: string | null,"search"?: never,"short_name"?: never,"website"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "universities_city_id_fkey"
      columns: ["city_id"]
isOneToOne: false
      referencedRelation: "cities"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "appoint":
{ Args: { "chapter": string,"first_day": string,"last_day": string,"member": string,"office": string }; Returns: boolean
                           },
"become_member":
{ Args: { "agreed": (string)[],"consent_version": string,"person": Json,"study": Json }; Returns: string
                           },
"cancel_event":
{ Args: { "event": string,"why": string }; Returns: undefined
                           },
"cancel_registration":
{ Args: { "slug": string }; Returns: string
                           },
"change_profile":
{ Args: { "person": Json }; Returns: undefined
                           },
"change_study":
{ Args: { "study": Json }; Returns: undefined
                           },
"chapter_member":
{ Args: { "chapter": string,"member": string }; Returns: Json
                           },
"chapter_members":
{ Args: { "chapter": string,"degree"?: string,"kind"?: string,"page"?: number,"q"?: string,"sort"?: string,"status"?: string,"university"?: string }; Returns: Json
                           },
"chapter_page":
{ Args: { "slug": string }; Returns: Json
                           },
"chapter_team":
{ Args: { "chapter": string }; Returns: Json
                           },
"chapters_by_country":
{ Args: { "kind"?: string,"locale": string,"page": number,"region"?: string }; Returns: Json
                           },
"claim_outbox":
{ Args: { "batch": number }; Returns: {
              "address": string,"attempts": number,"given_name": string,"id": number,"kind": string,"locale": string,"payload": Json,"subject_id": string,"surname": string
            }[]
                           },
"count_attempt":
{ Args: { "allowed": number,"limit_key": string,"window_seconds": number }; Returns: number
                           },
"decide_request":
{ Args: { "decline_reason": string,"is_approved": boolean,"request": string }; Returns: undefined
                           },
"discard_draft":
{ Args: { "event": string }; Returns: undefined
                           },
"end_mandate":
{ Args: { "mandate": string }; Returns: boolean
                           },
"erase_account":
{ Args: { "consent_version": string,"language": string }; Returns: undefined
                           },
"event_attendees":
{ Args: { "event": string,"page"?: number,"q"?: string,"sort"?: string,"state"?: string }; Returns: Json
                           },
"event_page":
{ Args: { "slug": string }; Returns: Json
                           },
"event_to_edit":
{ Args: { "chapter": string,"event": string,"locale": string }; Returns: Json
                           },
"events_calendar":
{ Args: { "chapter"?: string,"city"?: string,"country"?: string,"format"?: string,"kind"?: string,"q"?: string,"spoken"?: string }; Returns: Json
                           },
"events_month_page":
{ Args: { "city"?: string,"country"?: string,"format"?: string,"kind"?: string,"locale": string,"month": string,"q"?: string,"spoken"?: string }; Returns: Json
                           },
"events_page":
{ Args: { "city"?: string,"country"?: string,"first_day"?: string,"format"?: string,"kind"?: string,"last_day"?: string,"locale": string,"month": string,"page"?: number,"per_page"?: number,"period"?: string,"q"?: string,"spoken"?: string }; Returns: Json
                           },
"export_attendees":
{ Args: { "event": string }; Returns: Json
                           },
"export_members":
{ Args: { "chapter": string }; Returns: Json
                           },
"figures_page":
{ Args: { "chapter"?: string,"city"?: string,"country"?: string,"locale"?: string,"months"?: number,"page"?: number,"part"?: string,"parts"?: string,"per_page"?: number,"sort"?: string,"until"?: string,"wanted"?: string }; Returns: Json
                           },
"forget_attempts":
{ Args: { "limit_key": string }; Returns: undefined
                           },
"has_sent":
{ Args: { "message": string }; Returns: boolean
                           },
"join_chapter":
{ Args: { "chapter": string,"membership_kind": string,"message": string,"seen_home"?: string }; Returns: string
                           },
"keep_join_draft":
{ Args: { "draft": Json }; Returns: undefined
                           },
"lead_overview":
{ Args: { "chapter": string }; Returns: Json
                           },
"leave_association":
{ Args: { "consent_version": string,"language": string }; Returns: undefined
                           },
"leave_chapter":
{ Args: { "chapter": string }; Returns: undefined
                           },
"led_event":
{ Args: { "chapter": string,"event": string }; Returns: Json
                           },
"led_events":
{ Args: { "chapter": string,"page": number,"view": string }; Returns: Json
                           },
"list_events":
{ Args: { "chapter"?: string,"city"?: string,"country"?: string,"first_day"?: string,"format"?: string,"kind"?: string,"last_day"?: string,"page"?: number,"per_page"?: number,"period"?: string,"q"?: string,"spoken"?: string }; Returns: Json
                           },
"list_requests":
{ Args: { "chapter": string,"page"?: number,"view"?: string }; Returns: Json
                           },
"my_data":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"my_events":
{ Args: { "is_past"?: boolean,"page"?: number,"per_page"?: number }; Returns: Json
                           },
"my_journal":
{ Args: { "by_others"?: boolean,"page"?: number,"per_page"?: number }; Returns: Json
                           },
"my_page":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"my_place":
{ Args: { "slug": string }; Returns: Json
                           },
"my_standing":
{ Args: { "chapter": string }; Returns: Json
                           },
"places_of_chapters":
{ Args: { "kind"?: string,"locale": string,"region"?: string }; Returns: Json
                           },
"places_of_events":
{ Args: { "city"?: string,"country"?: string,"first_day"?: string,"is_past": boolean,"last_day"?: string,"locale": string }; Returns: Json
                           },
"public_addresses":
{ Args: { "page": number,"per_page": number }; Returns: Json
                           },
"publish_event":
{ Args: { "event": string }; Returns: undefined
                           },
"publishable":
{ Args: { "exact": number }; Returns: number
                           },
"refresh_figures":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"register_for_event":
{ Args: { "slug": string }; Returns: string
                           },
"remove_registration":
{ Args: { "event": string,"person": string,"why": string }; Returns: undefined
                           },
"save_event":
{ Args: { "chapter": string,"event": string,"fields": Json,"seen_version": number }; Returns: {
              "id": string,"slug": string
            }[]
                           },
"say_consents":
{ Args: { "agreed": (string)[],"consent_version": string,"language": string,"purposes": (string)[] }; Returns: undefined
                           },
"search_chapters":
{ Args: { "country"?: string,"kind"?: string,"locale": string,"page": number,"q"?: string,"region"?: string }; Returns: Json
                           },
"settle_outbox":
{ Args: { "is_final"?: boolean,"letter": number,"problem": string }; Returns: undefined
                           },
"show_mandate_as":
{ Args: { "mandate": string,"shown_as": string }; Returns: undefined
                           },
"suggested_chapters":
{ Args: Record<PropertyKey, never>; Returns: {
              "id": string,"join_mode": string,"kind": string,"members": number,"name": Json,"slug": string,"summary": Json
            }[]
                           },
"whoami":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"withdraw_request":
{ Args: { "request": string }; Returns: undefined
                           },
"world_map":
{ Args: { "locale": string }; Returns: Json
                           },
"write_message":
{ Args: { "chapter": string,"event": string,"form": string,"message": string }; Returns: string
                           }
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            
          }
        }
} as const
