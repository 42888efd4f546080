import { AddressList } from '../old-address/address-list';
import { AddressTargets } from '../old-address/address-targets';
import { OldAddressController } from '../old-address/old-address.controller';
import { OldAddressReading } from '../old-address/old-address-reading';
import { OldAddresses } from '../old-address/old-address.service';
import { ArticleImports } from './article-imports';

/** 旧站迁入, 旧网址 and 整站导出: their share in each part of the library. */
export const MOVING_SERVICES = [ArticleImports, AddressTargets, OldAddresses];
export const MOVING_PAGES = [OldAddressReading];
export const MOVING_CONTROLLERS = [OldAddressController];
export const MOVING_CONSOLE = [AddressList];
export const MOVING_JOBS = [];
