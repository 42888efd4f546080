export * from './article/article.view';
export * from './channel/channel.view';
export * from './home/home.view';
export * from './site-map/site-map.view';
