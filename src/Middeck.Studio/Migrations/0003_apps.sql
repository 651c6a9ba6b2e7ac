-- What an imported file says besides the configuration, and the trash: an app with a date lies in it.
ALTER TABLE studio.app
    ADD COLUMN envelope jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN deleted_at timestamptz,
    ADD COLUMN deleted_by uuid;
CREATE INDEX app_trash ON studio.app (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE studio.app_favourite (
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    user_id uuid NOT NULL,
    PRIMARY KEY (app_id, user_id)
);

CREATE TABLE studio.tag (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    UNIQUE (workspace_id, kind, name)
);

CREATE TABLE studio.app_tag (
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    tag_id uuid NOT NULL REFERENCES studio.tag ON DELETE CASCADE,
    PRIMARY KEY (app_id, tag_id)
);
CREATE INDEX app_tag_of_tag ON studio.app_tag (tag_id);

-- How an app's public page looks; an app without a row has the defaults.
CREATE TABLE studio.site (
    app_id uuid PRIMARY KEY REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    settings jsonb NOT NULL,
    updated_by uuid,
    updated_at timestamptz NOT NULL
);
