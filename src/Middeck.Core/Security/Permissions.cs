using System.Collections.Frozen;

namespace Middeck.Core.Security;

/// <summary>The permission catalogue. The only place that knows the names; roles, keys and endpoints refer to it.</summary>
public static class Permissions
{
    /// <summary>Permissions of the area Account.</summary>
    public static class Account
    {
        /// <summary>Use one's own account: profile, password, sessions.</summary>
        public const string Self = "account.self";
    }

    /// <summary>Permissions of the area Workspaces.</summary>
    public static class Workspaces
    {
        /// <summary>See the workspace and its settings.</summary>
        public const string Read = "workspaces.read";

        /// <summary>Change the workspace's name and settings.</summary>
        public const string Update = "workspaces.update";

        /// <summary>Delete the workspace with all that is in it.</summary>
        public const string Delete = "workspaces.delete";
    }

    /// <summary>Permissions of the area Members.</summary>
    public static class Members
    {
        /// <summary>See who belongs to the workspace.</summary>
        public const string Read = "members.read";

        /// <summary>Invite people by link.</summary>
        public const string Invite = "members.invite";

        /// <summary>Change a member's role.</summary>
        public const string Update = "members.update";

        /// <summary>Remove a member.</summary>
        public const string Remove = "members.remove";
    }

    /// <summary>Permissions of the area Apps.</summary>
    public static class Apps
    {
        /// <summary>See apps and their configuration.</summary>
        public const string Read = "apps.read";

        /// <summary>Create apps.</summary>
        public const string Create = "apps.create";

        /// <summary>Change apps.</summary>
        public const string Update = "apps.update";

        /// <summary>Delete apps.</summary>
        public const string Delete = "apps.delete";

        /// <summary>Publish a version of an app.</summary>
        public const string Publish = "apps.publish";

        /// <summary>Chat with published apps in the console.</summary>
        public const string Use = "apps.use";

        /// <summary>Create and revoke the keys of apps.</summary>
        public const string Keys = "apps.keys";

        /// <summary>Read the conversations of an app's users.</summary>
        public const string Logs = "apps.logs";

        /// <summary>Publish an app that has not reached its bar.</summary>
        public const string Override = "apps.override";
    }

    /// <summary>Permissions of the area Knowledge.</summary>
    public static class Knowledge
    {
        /// <summary>See knowledge bases, documents and chunks.</summary>
        public const string Read = "knowledge.read";

        /// <summary>Create knowledge bases.</summary>
        public const string Create = "knowledge.create";

        /// <summary>Upload and change documents and settings.</summary>
        public const string Update = "knowledge.update";

        /// <summary>Delete knowledge bases and documents.</summary>
        public const string Delete = "knowledge.delete";

        /// <summary>Search in knowledge bases.</summary>
        public const string Retrieve = "knowledge.retrieve";

        /// <summary>Create and revoke knowledge keys.</summary>
        public const string Keys = "knowledge.keys";
    }

    /// <summary>Permissions of the area Models.</summary>
    public static class Models
    {
        /// <summary>See providers, models and defaults.</summary>
        public const string Read = "models.read";

        /// <summary>Add and change providers and defaults.</summary>
        public const string Manage = "models.manage";

        /// <summary>Call models through the gateway.</summary>
        public const string Invoke = "models.invoke";

        /// <summary>See usage and cost.</summary>
        public const string Usage = "models.usage";
    }

    /// <summary>Permissions of the area Keys.</summary>
    public static class Keys
    {
        /// <summary>Create and revoke management keys.</summary>
        public const string Manage = "keys.manage";
    }

    /// <summary>Permissions of the area Access.</summary>
    public static class Access
    {
        /// <summary>Grant access to a single app or knowledge base.</summary>
        public const string Grant = "access.grant";
    }

    /// <summary>Permissions of the area Audit.</summary>
    public static class Audit
    {
        /// <summary>Read the audit log.</summary>
        public const string Read = "audit.read";
    }

    /// <summary>Permissions of the area Jobs.</summary>
    public static class Jobs
    {
        /// <summary>See background jobs.</summary>
        public const string Read = "jobs.read";

        /// <summary>Cancel and retry background jobs.</summary>
        public const string Cancel = "jobs.cancel";
    }

    /// <summary>Permissions of the area Errors.</summary>
    public static class Errors
    {
        /// <summary>Read the error log of the workspace.</summary>
        public const string Read = "errors.read";
    }

    /// <summary>Permissions of the area Installation.</summary>
    public static class Installation
    {
        /// <summary>Administer users of the installation.</summary>
        public const string Users = "installation.users";

        /// <summary>Administer all workspaces.</summary>
        public const string Workspaces = "installation.workspaces";

        /// <summary>Change settings of the installation.</summary>
        public const string Settings = "installation.settings";

        /// <summary>Read the whole error log.</summary>
        public const string Errors = "installation.errors";

        /// <summary>Read the audit log of the installation.</summary>
        public const string Audit = "installation.audit";

        /// <summary>See and cancel all background jobs.</summary>
        public const string Jobs = "installation.jobs";

        /// <summary>Operate the installation: services, ports, logs, environment, backups.</summary>
        public const string Operate = "installation.operate";
    }

    /// <summary>Permissions of the area Service.</summary>
    public static class Service
    {
        /// <summary>Call the app that the key belongs to.</summary>
        public const string App = "service.app";

        /// <summary>Work on the knowledge bases that the key belongs to.</summary>
        public const string Knowledge = "service.knowledge";
    }

    /// <summary>Every permission by name.</summary>
    public static FrozenDictionary<string, Permission> All { get; } = new Permission[]
    {
        new(Account.Self, PermissionScope.Account, "Use one's own account: profile, password, sessions."),
        new(Workspaces.Read, PermissionScope.Workspace, "See the workspace and its settings."),
        new(Workspaces.Update, PermissionScope.Workspace, "Change the workspace's name and settings."),
        new(Workspaces.Delete, PermissionScope.Workspace, "Delete the workspace with all that is in it."),
        new(Members.Read, PermissionScope.Workspace, "See who belongs to the workspace."),
        new(Members.Invite, PermissionScope.Workspace, "Invite people by link."),
        new(Members.Update, PermissionScope.Workspace, "Change a member's role."),
        new(Members.Remove, PermissionScope.Workspace, "Remove a member."),
        new(Apps.Read, PermissionScope.Workspace, "See apps and their configuration."),
        new(Apps.Create, PermissionScope.Workspace, "Create apps."),
        new(Apps.Update, PermissionScope.Workspace, "Change apps."),
        new(Apps.Delete, PermissionScope.Workspace, "Delete apps."),
        new(Apps.Publish, PermissionScope.Workspace, "Publish a version of an app."),
        new(Apps.Use, PermissionScope.Workspace, "Chat with published apps in the console."),
        new(Apps.Keys, PermissionScope.Workspace, "Create and revoke the keys of apps."),
        new(Apps.Logs, PermissionScope.Workspace, "Read the conversations of an app's users."),
        new(Apps.Override, PermissionScope.Workspace, "Publish an app that has not reached its bar."),
        new(Knowledge.Read, PermissionScope.Workspace, "See knowledge bases, documents and chunks."),
        new(Knowledge.Create, PermissionScope.Workspace, "Create knowledge bases."),
        new(Knowledge.Update, PermissionScope.Workspace, "Upload and change documents and settings."),
        new(Knowledge.Delete, PermissionScope.Workspace, "Delete knowledge bases and documents."),
        new(Knowledge.Retrieve, PermissionScope.Workspace, "Search in knowledge bases."),
        new(Knowledge.Keys, PermissionScope.Workspace, "Create and revoke knowledge keys."),
        new(Models.Read, PermissionScope.Workspace, "See providers, models and defaults."),
        new(Models.Manage, PermissionScope.Workspace, "Add and change providers and defaults."),
        new(Models.Invoke, PermissionScope.Workspace, "Call models through the gateway."),
        new(Models.Usage, PermissionScope.Workspace, "See usage and cost."),
        new(Keys.Manage, PermissionScope.Workspace, "Create and revoke management keys."),
        new(Access.Grant, PermissionScope.Workspace, "Grant access to a single app or knowledge base."),
        new(Audit.Read, PermissionScope.Workspace, "Read the audit log."),
        new(Jobs.Read, PermissionScope.Workspace, "See background jobs."),
        new(Jobs.Cancel, PermissionScope.Workspace, "Cancel and retry background jobs."),
        new(Errors.Read, PermissionScope.Workspace, "Read the error log of the workspace."),
        new(Installation.Users, PermissionScope.Installation, "Administer users of the installation."),
        new(Installation.Workspaces, PermissionScope.Installation, "Administer all workspaces."),
        new(Installation.Settings, PermissionScope.Installation, "Change settings of the installation."),
        new(Installation.Errors, PermissionScope.Installation, "Read the whole error log."),
        new(Installation.Audit, PermissionScope.Installation, "Read the audit log of the installation."),
        new(Installation.Jobs, PermissionScope.Installation, "See and cancel all background jobs."),
        new(Installation.Operate, PermissionScope.Installation, "Operate the installation: services, ports, logs, environment, backups."),
        new(Service.App, PermissionScope.Service, "Call the app that the key belongs to."),
        new(Service.Knowledge, PermissionScope.Service, "Work on the knowledge bases that the key belongs to."),
    }.ToFrozenDictionary(permission => permission.Name);
}
