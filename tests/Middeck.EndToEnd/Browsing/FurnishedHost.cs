using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd.Browsing;

/// <summary>A platform whose workspace has something on every page, and more conversations than a list shows at once.</summary>
public sealed class FurnishedHost : IAsyncLifetime
{
    /// <summary>One page of a list.</summary>
    private const int PageSize = 100;

    /// <summary>The platform.</summary>
    public MiddeckHost Host { get; } = new();

    internal FurnishedWorkspace Workspace { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        using var admin = await Host.SignInAsync();
        Workspace = await FurnishedWorkspace.FurnishAsync(admin, AddConversationsAsync);
    }

    /// <inheritdoc />
    public Task DisposeAsync() => Host.DisposeAsync();

    // As many as there are after a year of use, without a year's answers.
    private async Task AddConversationsAsync()
    {
        await using var copies = Host.Postgres.Source.CreateCommand(
            $"""
            INSERT INTO studio.conversation
            SELECT gen_random_uuid(), workspace_id, app_id, user_id, end_user_id, draft, name, inputs, introduction, message_count,
                created_at, updated_at + n * interval '1 millisecond'
            FROM studio.conversation, generate_series(1, {PageSize}) AS n
            """);
        await copies.ExecuteNonQueryAsync();
    }
}
