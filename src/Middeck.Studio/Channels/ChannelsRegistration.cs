using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Http.Configuration;
using Middeck.Jobs;
using Middeck.Studio.Channels.Bots;
using Middeck.Studio.Channels.Bots.Dingtalk;
using Middeck.Studio.Channels.Bots.Feishu;
using Middeck.Studio.Channels.Bots.Slack;
using Middeck.Studio.Channels.Bots.Wecom;
using Middeck.Studio.Channels.Deliveries;
using Middeck.Studio.Channels.Webhooks;

namespace Middeck.Studio.Channels;

internal static class ChannelsRegistration
{
    public static void AddChannels(this IServiceCollection services)
    {
        services.AddRoomOptions<ChannelOptions>(ChannelOptions.Section);
        services.AddSingleton<ChannelStore>();
        services.AddScoped<ChannelService>();
        services.AddScoped<ChannelTester>();
        AddDeliveries(services);
        AddBots(services);
    }

    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        routes.MapChannelEndpoints();
        routes.MapDeliveryEndpoints();
        routes.MapBotEndpoints();
    }

    private static void AddDeliveries(IServiceCollection services)
    {
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<DeliverySettler>();
        services.AddScoped<DeliveryService>();
        services.AddSingleton<WebhookPayloads>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<IDeliveryHandler>(provider => provider.GetRequiredService<WebhookSender>());
        services.AddSingleton<IDeliveryHandler, BotAnswerer>();
        services.AddHostedService<ChannelPump>();
        services.AddRetention("studio.channel_delivery", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<ChannelOptions>>().Value.KeepDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);
            return provider.GetRequiredService<DeliveryStore>().TrimAsync(before, batch, cancellationToken);
        });
    }

    private static void AddBots(IServiceCollection services)
    {
        services.AddSingleton<BotHttp>();
        services.AddSingleton<BotTokens>();
        services.AddSingleton<BotInbox>();
        services.AddSingleton<BotAsker>();
        services.AddSingleton<BotConversations>();
        services.AddSingleton<WecomApi>();
        services.AddSingleton<FeishuApi>();
        services.AddSingleton<IBotPlatform, WecomPlatform>();
        services.AddSingleton<IBotPlatform, FeishuPlatform>();
        services.AddSingleton<IBotPlatform, DingtalkPlatform>();
        services.AddSingleton<IBotPlatform, SlackPlatform>();
    }
}
