using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Storage.Notifications;
using Middeck.Testing;

namespace Middeck.Models.Tests.Catalogue;

public sealed class ModelCatalogueTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    [Fact]
    public async Task A_second_call_reads_nothing_from_the_database()
    {
        await GivenProviderAsync();
        await NewsHasArrivedAsync();
        await Gateway.ChatAsync(Call, "mock/echo", CancellationToken.None);
        await Database.ExecuteAsync($"DELETE FROM models.provider WHERE workspace_id = {Workspace}", CancellationToken.None);

        using var client = await Gateway.ChatAsync(Call, "mock/echo", CancellationToken.None);

        Assert.NotNull(client);
    }

    [Fact]
    public async Task A_change_on_one_node_is_known_to_the_others()
    {
        var provider = await GivenProviderAsync();
        var other = await StartHostAsync();
        try
        {
            var gateway = other.Services.GetRequiredService<IModelGateway>();
            await gateway.ChatAsync(Call, "mock/echo", CancellationToken.None);

            await Providers.UpdateAsync(
                Admin, provider.Id, new UpdateProvider(Enabled: false), new AuditTrail(), CancellationToken.None);

            Assert.Equal("models.provider_disabled", await FirstRefusalAsync(gateway));
        }
        finally
        {
            await StopAsync(other);
        }
    }

    // Messages keep their order, so behind this one there is none of the test's own preparation.
    private async Task NewsHasArrivedAsync()
    {
        var bus = Services.GetRequiredService<INotificationBus>();
        var last = new TaskCompletionSource();
        var marker = Guid.CreateVersion7().ToString();
        using var subscription = bus.Subscribe(
            ModelCatalogue.Channel,
            message =>
            {
                if (message == marker)
                {
                    last.TrySetResult();
                }
            });
        while (!last.Task.IsCompleted)
        {
            // What is sent before the connection listens is heard by nobody.
            await bus.PublishAsync(ModelCatalogue.Channel, marker, CancellationToken.None);
            await Task.WhenAny(last.Task, Task.Delay(50));
        }
    }

    // The news travels by the database, so it is asked for until it has come.
    private async Task<string> FirstRefusalAsync(IModelGateway gateway)
    {
        var until = TimeProvider.System.GetUtcNow().AddSeconds(10);
        while (TimeProvider.System.GetUtcNow() < until)
        {
            try
            {
                await gateway.ChatAsync(Call, "mock/echo", CancellationToken.None);
                await Task.Yield();
            }
            catch (FaultException ex)
            {
                return ex.Fault.Code;
            }
        }

        return "none";
    }
}
