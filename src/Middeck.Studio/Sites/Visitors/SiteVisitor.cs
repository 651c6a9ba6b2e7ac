using System.Net;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>Somebody at a public page.</summary>
/// <param name="Page">The page.</param>
/// <param name="App">The published version behind it.</param>
/// <param name="Entry">What is still to be shown.</param>
/// <param name="UserId">The member of the workspace; null for others.</param>
/// <param name="Name">The name among the app's people; null for members, and for who came for the first time.</param>
/// <param name="Address">Where the request comes from.</param>
internal sealed record SiteVisitor(
    PublicationRow Page, AppSnapshot App, SiteEntry Entry, Guid? UserId, string? Name, IPAddress? Address)
{
    public Guid WorkspaceId => Page.WorkspaceId;

    public Guid AppId => Page.AppId;

    /// <summary>The person, where that is known without the database.</summary>
    public Person? Member => UserId is { } id ? Person.User(id) : null;

    /// <summary>What the visitor's calls are counted under.</summary>
    public string Subject => UserId is { } id ? $"user-{id}" : Name ?? throw SiteFaults.VisitorUnknown();
}
