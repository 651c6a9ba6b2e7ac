namespace Middeck.Operations.Tests;

/// <summary>A test with a home of its own.</summary>
public abstract class HomeTest : IAsyncLifetime
{
    private protected TestHome Test { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Test.DisposeAsync();
}
